#pragma once

#include <optional>

#include "broadside/base/diagnostic.hpp"
#include "broadside/layout/solve_grid.hpp"

namespace broadside::layout {

/// Warns of a document whose `fit` left more than a tenth of its pages empty.
std::optional<Diagnostic> unfilled_page(const doc::Document& document, const SharedGrid& grid);

}  // namespace broadside::layout
