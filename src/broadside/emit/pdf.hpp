#pragma once

#include <vector>

#include "broadside/base/result.hpp"
#include "broadside/emit/emit.hpp"
#include "broadside/scene/scene.hpp"

namespace broadside::emit {

/// One file with every page: text as embedded subset fonts with Unicode, symbols as forms, live
/// links. Fails when there is no page, a page is larger than PDF allows, a font file cannot be read
/// or the date has no four-digit year.
Result<std::vector<File>> emit_pdf(const scene::Scene& scene, const Options& options, Cache& cache);

}  // namespace broadside::emit
