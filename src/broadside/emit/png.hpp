#pragma once

#include <vector>

#include "broadside/base/result.hpp"
#include "broadside/emit/emit.hpp"
#include "broadside/scene/scene.hpp"

namespace broadside::emit {

/// One file a page, at `options.ppi`. Fails when the resolution is outside 1 to 2400, when a page
/// has more pixels than `limits::kMaxPixels` or more on a side than Cairo draws, or when a font
/// file cannot be read.
Result<std::vector<File>> emit_png(const scene::Scene& scene, const Options& options, Cache& cache);

}  // namespace broadside::emit
