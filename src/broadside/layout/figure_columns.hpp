#pragma once

#include <optional>
#include <vector>

#include "broadside/layout/typesetter.hpp"

namespace broadside::layout {

/// How far the figures of a column reach from their axis, nominal: the furthest of all rows and of
/// all documents that share the grid. Marks of notes hang into the padding of their cells and count
/// where they are wider than that.
struct FigureColumn {
    Pt start, end;

    /// Where the axis stands in a cell of that `width` without its padding.
    Pt axis(Pt width, Alignment alignment, const Setting& setting) const;
};

/// One a column; none where nothing lines up.
using FigureColumns = std::vector<std::optional<FigureColumn>>;

FigureColumns figure_columns(const doc::Table& table, Typesetter& typesetter);

}  // namespace broadside::layout
