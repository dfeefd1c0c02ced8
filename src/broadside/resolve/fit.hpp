#pragma once

#include <optional>
#include <vector>

#include "broadside/doc/document.hpp"
#include "broadside/model/layout.hpp"

namespace broadside::resolve {

/// Bounds for the factor on all type sizes: down until the smallest text has `min_font` (note
/// marks, imprint and page numbers may be smaller, but not under 5 pt), up until the cells' text
/// has `max_font`. 1 is always within the bounds.
std::optional<doc::Fit> build_fit(const model::Layout& layout, const std::vector<doc::Box>& blocks);

}  // namespace broadside::resolve
