#pragma once

#include <cstddef>
#include <string>

#include "broadside/layout/solve_columns.hpp"
#include "broadside/layout/table.hpp"
#include "broadside/layout/table_demands.hpp"
#include "broadside/layout/typesetter.hpp"

namespace broadside::layout {

/// What makes room for columns on a page.
std::string describe_remedy(const doc::Page& page);

/// An overflow: the table cannot be made narrow enough. Names the columns that take most, and the
/// words and symbols that keep them from being narrower.
void report_wide_table(const doc::Grid& grid, const TableDemands& demands,
                       const ColumnWidths& solved, Typesetter& typesetter);

/// An overflow of all columns that are narrower than their longest word or symbol, as only those
/// can be whose width the layout fixes.
void report_narrow_columns(const doc::Grid& grid, const TableDemands& demands,
                           const std::vector<Pt>& widths, Typesetter& typesetter);

/// A warning of each column whose lines are broken though the layout gives it their width.
void report_narrowed_columns(const doc::Table& table, const TableDemands& demands,
                             const std::vector<Pt>& widths, Typesetter& typesetter);

/// An overflow: a row of the grid is `excess` higher than the room on its page. Names the text that
/// takes most of it.
void report_high_row(const doc::Table& table, std::size_t row, const TableColumns& columns,
                     Pt excess, Typesetter& typesetter);

/// An overflow: notes at the foot of a page are so high that it has no room for the row.
void report_high_notes(const doc::Table& table, std::size_t row, Pt height, Typesetter& typesetter);

}  // namespace broadside::layout
