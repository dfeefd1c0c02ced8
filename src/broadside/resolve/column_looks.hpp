#pragma once

#include <map>

#include "broadside/resolve/cells/cell_kind.hpp"
#include "broadside/resolve/table.hpp"

namespace broadside::resolve {

/// What stands behind a cell that has a value.
model::CellFill fill_behind(const Table& table, const TableCell& cell);

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
