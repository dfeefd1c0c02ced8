#pragma once

#include <vector>

#include "broadside/job/input.hpp"

namespace broadside {

/// Warns of every row, cell and shared cell, and of a row's place in a band, that was last checked
/// before the limit, that has a source and was never checked, or that was checked after today. In
/// the order of the file. What a cell does not say of itself, its row says for it; a cell that says
/// nothing is its row's business alone. The limit is one by `stale_limit`.
std::vector<Diagnostic> stale_facts(const DatasetInput& dataset, const StaleRequest& request);

}  // namespace broadside
