#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <vector>

#include "broadside/base/direction.hpp"
#include "broadside/doc/document.hpp"
#include "broadside/resolve/table.hpp"
#include "broadside/unicode/figures.hpp"

namespace broadside::resolve {

/// What the layout says of all columns of a kind.
model::ColumnDesign design_of_kind(const Table& table, model::ColumnKind kind);

/// The printed columns with their widths: the layout's, or by kind.
std::vector<doc::Column> grid_columns(const Table& table);

/// Those of a table with its rows as columns, behind `leading` ones. `has_drawings`: of the name of
/// each row.
std::vector<doc::Column> transposed_columns(const Table& table, std::size_t leading,
                                            const std::vector<bool>& has_drawings);

/// The printed column whose cells head their rows: the first of names, or simply the first.
std::size_t row_header_column(const Table& table);

/// What stands behind a cell that has a value.
model::CellFill fill_behind(const Table& table, const TableCell& cell);

/// How the cells of a column are set, and what their numbers have in common.
struct ColumnLook {
    Alignment alignment = Alignment::Start;
    bool is_aligned_by_layout = false;
    VerticalAlignment vertical_alignment = VerticalAlignment::Middle;
    std::optional<unicode::FigureAxes> axes;  // where they line up
    model::CellFill fill = model::CellFill::None;
    double most = 0;           // the largest number
    std::size_t decimals = 0;  // to which units behind numbers line up
    bool hides_words = false;  // of values, behind which a fill stands for them
    bool has_unit_in_head = false;
    bool has_marks = false;    // of notes, behind what a cell says
    bool shows_reach = false;  // of cells over several columns, by a fill where nothing has one
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
