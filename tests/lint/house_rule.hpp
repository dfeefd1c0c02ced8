#pragma once

#include <vector>

#include "lint/source_file.hpp"

/// Rules of the house that no compiler knows.
namespace broadside::lint {

/// No trailing space, tab or carriage return; ends with a line feed; no path of one person's
/// machine.
std::vector<Problem> text_problems(const SourceFile& file);

/// Of C++ and CMake files: unfinished work says on what condition it goes; headers guard
/// themselves; a file under src/ stays short; passes do not ask for clock, environment or locale.
std::vector<Problem> code_problems(const SourceFile& file);

}  // namespace broadside::lint
