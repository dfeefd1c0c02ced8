#include "broadside/layout/galley.hpp"

#include <iterator>

#include "broadside/layout/symbol.hpp"

namespace broadside::layout {

Pt Galley::text(const doc::Paragraph& text, const TextFrame& frame, Pt spare) {
    placed::Text set = typesetter_.set(text, frame);
    if (set.lines.empty()) return frame.y;
    if (rooms_) rooms_->push_back(text_room(text, frame.width, spare, typesetter_));
    const Pt baseline = set.lines.back().baseline;
    items_.push_back({std::move(set)});
    return baseline;
}

void Galley::table(const doc::Table& table, const SolvedPart& part, Point at) {
    if (rooms_) add_cell_rooms(table, part, typesetter_, *rooms_);
    items_.push_back({place_part(table, part, at, typesetter_)});
}

void Galley::symbol(const doc::Symbol& symbol, Point at, Pt height) {
    items_.push_back({place_symbol(symbol, at, height)});
}

void Galley::fill(std::size_t first, const std::vector<placed::Fill>& fills) {
    placed::Group background{{Role::Background}, {}};
    for (const placed::Fill& fill : fills) background.items.push_back({fill});
    items_.insert(items_.begin() + static_cast<std::ptrdiff_t>(first),
                  placed::Item{std::move(background)});
}

void Galley::close(const Meaning& meaning, std::vector<placed::Item> before) {
    items_.swap(before);
    if (before.empty()) return;
    if (meaning.role == Role::None) {
        std::move(before.begin(), before.end(), std::back_inserter(items_));
        return;
    }
    items_.push_back({placed::Group{meaning, std::move(before)}});
}

}  // namespace broadside::layout
