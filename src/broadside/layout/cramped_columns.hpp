#pragma once

#include <vector>

#include "broadside/base/diagnostic.hpp"
#include "broadside/doc/document.hpp"
#include "broadside/placed/document.hpp"

namespace broadside::layout {

/// Warns of columns of tables that break many of their texts into scraps, or their head, and of
/// those of a schedule that words make uneven.
Diagnostics cramped_columns(const doc::Document& document, const std::vector<placed::Page>& pages);

}  // namespace broadside::layout
