#pragma once

#include <vector>

#include "broadside/base/result.hpp"
#include "broadside/emit/emit.hpp"
#include "broadside/scene/scene.hpp"

namespace broadside::emit {

/// One file a page: real text, inline paths, ARIA roles, no script, no reference to anything
/// outside the file. Two files can stand inline in one HTML page: every id starts with a hash of
/// its file. Fails when there is no page or a page has no usable size and, for outlines, when a
/// font file cannot be read.
Result<std::vector<File>> emit_svg(const scene::Scene& scene, const Options& options, Cache& cache);

}  // namespace broadside::emit
