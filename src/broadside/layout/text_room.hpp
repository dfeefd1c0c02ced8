#pragma once

#include <cstddef>
#include <vector>

#include "broadside/layout/table.hpp"
#include "broadside/layout/typesetter.hpp"

namespace broadside::layout {

/// The place of a text: how wide its lines are, and how many of them the place holds without
/// anything else moving.
struct TextRoom {
    const doc::Paragraph* paragraph = nullptr;
    Pt width;
    std::size_t lines = 0;
};

/// The lines that the text or its longest translation takes in a `width`, each `spare` longer.
TextRoom text_room(const doc::Paragraph& paragraph, Pt width, Pt spare, Typesetter& typesetter);

/// Of the texts in the cells of a part, which hold as many lines as their rows are high.
void add_cell_rooms(const doc::Table& table, const SolvedPart& part, Typesetter& typesetter,
                    std::vector<TextRoom>& rooms);

}  // namespace broadside::layout
