#pragma once

#include <vector>

#include "broadside/load/read_columns.hpp"
#include "broadside/load/syntax/node.hpp"
#include "broadside/model/dataset.hpp"

namespace broadside::load {

/// At least one row in all. Cells of doubtful columns are not read; without any column no row is.
std::vector<model::Section> read_sections(const Node& node, Report& report,
                                          const ColumnsRead& columns);

}  // namespace broadside::load
