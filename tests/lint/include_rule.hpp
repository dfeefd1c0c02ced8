#pragma once

#include <vector>

#include "lint/source_file.hpp"

namespace broadside::lint {

/// Checks every `#include` of a file under src/ against the dependency rule of src/ARCHITECTURE.md:
/// which folders see each other, and which folder may know which library. Other files have no
/// problems.
std::vector<Problem> include_problems(const SourceFile& file);

}  // namespace broadside::lint
