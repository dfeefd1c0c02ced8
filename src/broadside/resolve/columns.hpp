#pragma once

#include <cstddef>
#include <vector>

#include "broadside/doc/document.hpp"
#include "broadside/resolve/table.hpp"

namespace broadside::resolve {

/// The printed columns with their widths: the layout's, or by kind.
std::vector<doc::Column> grid_columns(const Table& table);

/// Those of a table with its rows as columns, behind `leading` ones. `has_drawings`: of the name of
/// each row.
std::vector<doc::Column> transposed_columns(const Table& table, std::size_t leading,
                                            const std::vector<bool>& has_drawings);

/// The printed column whose cells head their rows: the first of names, or simply the first.
std::size_t row_header_column(const Table& table);

}  // namespace broadside::resolve
