#pragma once

#include <unordered_set>
#include <vector>

#include "broadside/doc/document.hpp"
#include "broadside/model/project.hpp"
#include "broadside/resolve/problems.hpp"
#include "broadside/resolve/table.hpp"

namespace broadside::resolve {

/// Explains what the tables of the page show: a group for each of the block's vocabularies whose
/// symbols are printed, then one for each band in use, the first with the sample that explains the
/// print. A symbol with the same label in two vocabularies is explained once. Where several legends
/// have some vocabularies each, one of all has the bands and the sample, else the last. Warns of
/// equal patches.
doc::LegendPacking build_legend(const model::Project& project, const std::vector<Table>& tables,
                                const model::LegendBlock& block, Problems& problems);

/// The values that a legend of the layout explains where they are printed.
using ExplainedValues = std::unordered_set<const model::Value*>;
ExplainedValues explained_values(const model::Project& project);

}  // namespace broadside::resolve
