#pragma once

#include <string_view>
#include <vector>

#include "broadside/job/input.hpp"

namespace broadside {

/// Whether `limit` is an age, as `12months`, or an ISO 8601 date, possibly reduced.
bool is_stale_limit(std::string_view limit);

/// Warns of every row, cell and shared cell, and of a row's place in a band, that was last checked
/// before the limit, that has a source and was never checked, or that was checked after today. In
/// the order of the file. What a cell does not say of itself, its row says for it; a cell that says
/// nothing is its row's business alone.
std::vector<Diagnostic> stale_facts(const DatasetInput& dataset, const StaleRequest& request);

}  // namespace broadside
