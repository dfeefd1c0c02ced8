#pragma once

#include <string_view>

#include "broadside/resolve/table.hpp"

/// What a layout says of the columns of a table: of all of a kind, and of single ones.
namespace broadside::resolve {

model::ColumnDesign design_of_kind(const Table& table, model::ColumnKind kind);

/// What the layout says of a printed column by name wins over what it says of the kind of its
/// cells, word by word.
void apply_named(const Table& table, std::string_view id, model::ColumnDesign& design);

model::ColumnDesign design_of(const Table& table, const model::Column& column);

/// In a transposed table its row is what is printed as a column.
model::ColumnDesign design_of(const Table& table, const TableCell& cell);

}  // namespace broadside::resolve
