#pragma once

#include <optional>
#include <vector>

#include "broadside/layout/table_part.hpp"
#include "broadside/layout/typesetter.hpp"

namespace broadside::layout {

/// Of the white space beside a head, what marks of notes may take: the next head is as near.
inline constexpr double kHeadMarks = 0.5;

/// How far the figures of a column reach from their axis, nominal: the furthest of all rows and of
/// all documents that share the grid.
struct FigureColumn {
    Pt start, end;
    Pt common_end;  // reached by a fifth of the figures, and not by a deviation behind a few
    Pt hanging;  // of marks beyond `end`, as far as they have no room in the padding of their cells
    Pt head_end = {};      // of all figures with their units: where heads end
    Pt head_hanging = {};  // of the marks of a head beyond `head_end`; no room is taken for them

    Pt width() const { return start + end + hanging; }

    /// Where the figures stand in a cell that begins at `x` and is `inner` wide, both without its
    /// padding.
    FigureFrame frame(Pt x, Pt inner, Alignment alignment, const Setting& setting) const;
};

/// How far a fifth of them reach, of at least one.
Pt reached_by_a_fifth(std::vector<Pt> widths);

/// One a column; none where nothing lines up.
using FigureColumns = std::vector<std::optional<FigureColumn>>;

/// `direction`: of the document that they are for, which may share its grid with others.
FigureColumns figure_columns(const doc::Table& table, const Heads& heads, Direction direction,
                             Typesetter& typesetter);

}  // namespace broadside::layout
