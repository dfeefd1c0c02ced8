#pragma once

#include <cstddef>
#include <map>
#include <optional>

#include "broadside/base/direction.hpp"
#include "broadside/resolve/table.hpp"
#include "broadside/unicode/figures.hpp"

namespace broadside::resolve {

/// What stands behind a cell that has a value.
model::CellFill fill_behind(const Table& table, const TableCell& cell);

/// How the cells of a column are set, and what their numbers have in common.
struct ColumnLook {
    Alignment alignment = Alignment::Start;
    bool is_aligned_by_layout = false;
    std::optional<VerticalAlignment> vertical_alignment;  // as the layout says
    std::optional<unicode::FigureAxes> axes;              // where they line up
    model::CellFill fill = model::CellFill::None;
    double most = 0;             // the largest number
    std::size_t decimals = 0;    // that each number has room for
    bool groups_digits = false;  // of numbers of four digits, too
    bool hides_words = false;    // of values, behind which a fill stands for them
    bool has_unit_in_head = false;
    bool has_marks = false;    // of notes, behind what a cell says
    bool shows_reach = false;  // over several columns, by a fill, where nothing else has one
};

/// Of every printed column, and of those that show only through a cell which spans from there.
class ColumnLooks {
public:
    ColumnLooks(const Table& table, const model::Dataset& dataset);

    const ColumnLook& of(const model::Column& column) const { return looks_.at(&column); }

    /// With what the layout says of the printed column that a transposed table has it in.
    ColumnLook of(const TableCell& cell) const;

private:
    const Table& table_;
    std::map<const model::Column*, ColumnLook> looks_;
};

}  // namespace broadside::resolve
