#pragma once

#include <optional>

#include "broadside/layout/typesetter.hpp"

namespace broadside::layout {

/// Lengths at the typesetter's setting, without the cell's padding.
struct CellWidths {
    Pt min_content, max_content;
    Pt least;  // with long words broken, where the setting allows it
};

/// Of the cell or, where that needs more, a peer of it in another language. Marks beside its
/// symbols may reach `overhang` beyond it.
CellWidths cell_widths(const doc::Cell& cell, Typesetter& typesetter, Pt overhang = {});

/// Height of the stacked content in `width`, of the cell or the highest of its peers.
Pt cell_height(const doc::Cell& cell, Pt width, Typesetter& typesetter);

/// The same of the cell itself, whatever its peers need.
Pt own_cell_height(const doc::Cell& cell, Pt width, Typesetter& typesetter);

/// Width beside the content that the cell's badge takes, with its gap.
Pt badge_room(const doc::Cell& cell, const Typesetter& typesetter);

/// Baseline below the content's top when the cell is a single line of text; none otherwise.
std::optional<Pt> only_baseline(const doc::Cell& cell, Pt width, Typesetter& typesetter);

/// Sets the content with its top at `frame.y`. `frame` is the cell's box less the padding at its
/// sides.
std::vector<placed::Content> place_cell(const doc::Cell& cell, const TextFrame& frame,
                                        Typesetter& typesetter);

/// Of a cell of text that runs upwards, of it or the largest of its peers: as high as its longest
/// line, which ends only where the text says so, and as wide as its lines are high.
Size turned_size(const doc::Cell& cell, Typesetter& typesetter);

/// The same of the cell itself.
Size own_turned_size(const doc::Cell& cell, Typesetter& typesetter);

/// Sets text that runs upwards at the foot of `room`, the inside of the cell's padding.
std::vector<placed::Content> place_turned_cell(const doc::Cell& cell, const Rect& room,
                                               Typesetter& typesetter);

}  // namespace broadside::layout
