#pragma once

#include <optional>
#include <vector>

#include "broadside/base/geometry.hpp"
#include "broadside/doc/document.hpp"
#include "broadside/layout/typesetter.hpp"
#include "broadside/placed/document.hpp"

/// Heads whose text runs upwards, or leans.
namespace broadside::layout {

/// Of a cell of text that runs upwards, of it or the largest of its peers: as high as its longest
/// line and as wide as its lines are high. Lines end only where the text says so, unless a `room`
/// is as wide as two and not as high as one. No room at all: it leans.
Size turned_size(const doc::Cell& cell, Typesetter& typesetter,
                 const std::optional<Size>& room = Size());

/// The same of the cell itself.
Size own_turned_size(const doc::Cell& cell, Typesetter& typesetter,
                     const std::optional<Size>& room);

/// Text whose characters stand below each other instead, as Chinese and Japanese are written; null
/// where its words cannot.
const MeasuredText* stacked_text(const doc::Paragraph& paragraph, Typesetter& typesetter);

/// Room for the lines of a cell, two where one would be long: a head that nobody turned is not much
/// higher than others for it.
Pt room_of_lines(const doc::Cell& cell, Typesetter& typesetter);

/// Sets text that runs upwards at the foot of `room`, the inside of the cell's padding.
std::vector<placed::Content> place_turned_cell(const doc::Cell& cell, const Rect& room,
                                               Typesetter& typesetter);

/// What a cell takes at its foot, and up to its head, whose text of this turned size leans: text in
/// neighbouring columns of that width touches.
Size slanted_size(const Size& turned);

/// How far such text reaches beyond the start of its cell. `box` is the cell, `room` inside its
/// padding.
Pt slanted_reach(const doc::Cell& cell, const Rect& box, const Rect& room, const Size& turned);

/// Sets text that leans. Its middle line meets the foot of the cell where that is aligned.
std::vector<placed::Content> place_slanted_cell(const doc::Cell& cell, const Rect& box,
                                                const Rect& room, Typesetter& typesetter);

}  // namespace broadside::layout
