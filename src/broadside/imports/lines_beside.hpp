#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "broadside/sheets/sheet.hpp"

namespace broadside::imports {

/// What the last column says where it explains the table: it stands apart, behind an empty one, and
/// says something in a few rows alone, in words. `body`: the first row below the heads.
std::vector<std::string> lines_beside(const sheets::Sheet& sheet, std::size_t begin,
                                      std::size_t body, std::size_t end);

}  // namespace broadside::imports
