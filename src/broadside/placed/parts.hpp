#pragma once

#include <type_traits>
#include <variant>

#include "broadside/placed/document.hpp"

namespace broadside::placed {

/// Calls `visit` with each text, symbol, fill, cell and table of a page that it takes, in reading
/// order, a table before its cells and a cell before its content. Constant items have constant
/// parts.
template <typename Items, typename Visit>
void for_each_part(Items& items, Visit&& visit) {
    const auto tell = [&visit](auto& part) {
        if constexpr (std::is_invocable_v<Visit&, decltype(part)>) visit(part);
    };
    for (auto& item : items) {
        std::visit(
            [&](auto& part) {
                using Kind = std::remove_cvref_t<decltype(part)>;
                tell(part);
                if constexpr (std::is_same_v<Kind, Group>) {
                    for_each_part(part.items, visit);
                } else if constexpr (std::is_same_v<Kind, Table>) {
                    for (auto& cell : part.cells) {
                        tell(cell);
                        for (auto& content : cell.content) std::visit(tell, content);
                    }
                }
            },
            item.kind);
    }
}

inline void move(Symbol& symbol, Pt dx, Pt dy) { symbol.box = moved(symbol.box, dx, dy); }

inline void move(Line& line, Pt dx, Pt dy) {
    line.left += dx;
    line.baseline += dy;
    for (Run& run : line.runs) {
        run.origin.x += dx;
        run.origin.y += dy;
    }
    for (Symbol& symbol : line.symbols) move(symbol, dx, dy);
}

inline void move(Text& text, Pt dx, Pt dy) {
    text.box = moved(text.box, dx, dy);
    if (text.turn) text.turn->about = {text.turn->about.x + dx, text.turn->about.y + dy};
    for (Line& line : text.lines) move(line, dx, dy);
}

}  // namespace broadside::placed
