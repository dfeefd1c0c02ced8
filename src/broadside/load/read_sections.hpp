#pragma once

#include <span>
#include <vector>

#include "broadside/load/read_columns.hpp"
#include "broadside/model/dataset.hpp"

namespace broadside::load {

/// At least one row in all. Cells of doubtful columns are not read; without any column no row is.
std::vector<model::Section> read_sections(const Node& node, Report& report,
                                          const ColumnsRead& columns);

/// A row's own keys, beside those of its cells.
std::span<const Key> row_keys();

std::vector<ObjectKeys> section_objects();

}  // namespace broadside::load
