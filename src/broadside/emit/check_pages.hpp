#pragma once

#include <vector>

#include "broadside/base/diagnostic.hpp"
#include "broadside/scene/scene.hpp"

namespace broadside::emit {

/// What no format can write: no page at all, or a page without an area or larger than a PDF page
/// may be.
std::vector<Diagnostic> check_pages(const scene::Scene& scene);

}  // namespace broadside::emit
