#pragma once

#include <vector>

#include "broadside/doc/document.hpp"
#include "broadside/model/project.hpp"
#include "broadside/resolve/table.hpp"

namespace broadside::resolve {

/// Explains what the tables of the page show: a group for each vocabulary whose symbols are
/// printed, in the dataset's order, then one for each band in use, the first with the sample that
/// explains the print. A symbol with the same label in two vocabularies is explained once.
doc::LegendPacking build_legend(const model::Project& project, const std::vector<Table>& tables);

}  // namespace broadside::resolve
