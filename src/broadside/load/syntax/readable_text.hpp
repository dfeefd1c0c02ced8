#pragma once

#include <string_view>

#include "broadside/load/syntax/report.hpp"

namespace broadside::load {

/// Reports what no input text may be, whatever its syntax: too large, not UTF-8, with null bytes.
/// Parsers name these less clearly.
bool check_readable(std::string_view text, Report& report);

}  // namespace broadside::load
