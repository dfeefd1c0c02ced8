#pragma once

#include <cstddef>
#include <limits>
#include <optional>

#include "broadside/layout/content_widths.hpp"
#include "broadside/layout/typesetter.hpp"

namespace broadside::layout {

/// What marks beside a symbol have but the width of their cell.
struct MarkRoom {
    Pt overhang;  // how far they may reach beyond it
    bool is_off_axis =
        false;   // the symbol gives way to them, where there is no room for its middle
    Pt in_axis;  // how far they may reach where it does not
};

/// Of the cell or, where that needs more, a peer of it in another language: without its padding.
ContentWidths cell_widths(const doc::Cell& cell, Typesetter& typesetter, const MarkRoom& room = {});

/// At which no line of the cell's first content is broken: of a name without its details.
Pt lead_width(const doc::Cell& cell, Typesetter& typesetter);

/// Height of the stacked content in `width`, of the cell or the highest of its peers.
Pt cell_height(const doc::Cell& cell, Pt width, Typesetter& typesetter);

/// The same of the cell itself, whatever its peers need.
Pt own_cell_height(const doc::Cell& cell, Pt width, Typesetter& typesetter);

/// Lines [first, last) of those stacked in a cell, a symbol on its own being one.
struct LineRange {
    std::size_t first = 0;
    std::size_t last = std::numeric_limits<std::size_t>::max();
};

/// Height of the cell's own lines from `first` on.
Pt own_height_from(const doc::Cell& cell, std::size_t first, Pt width, Typesetter& typesetter);

/// Lines from `first` on that have room in `room`. One line of a paragraph stands alone at neither
/// side of the break, where more of them have room.
LineRange own_lines_in(const doc::Cell& cell, std::size_t first, const Size& room,
                       Typesetter& typesetter);

/// Width beside this content: of the cell's badge, with its gap, beside its name; of the symbol or
/// the picture before the name, with the space behind it, beside what stands under the name.
Pt side_room(const doc::Cell& cell, const doc::Content& content, Typesetter& typesetter);

/// Of the first line of a cell that stands at the top of its row, of the last line of one at the
/// bottom, and of the only line of one in the middle; below the content's top. None where that is
/// no line of text.
std::optional<Pt> outer_baseline(const doc::Cell& cell, Pt width, Typesetter& typesetter);

/// Sets these lines of the content, the first with its top at `frame.y`. `frame` is the cell's box
/// less the padding at its sides.
std::vector<placed::Content> place_cell(const doc::Cell& cell, const TextFrame& frame,
                                        Typesetter& typesetter, const LineRange& lines = {});

}  // namespace broadside::layout
