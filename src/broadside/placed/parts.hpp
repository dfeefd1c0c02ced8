#pragma once

#include <type_traits>
#include <variant>
#include <vector>

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

}  // namespace broadside::placed
