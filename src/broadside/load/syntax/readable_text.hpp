#pragma once

#include "broadside/load/syntax/report.hpp"

namespace broadside::load {

/// Reports what no input text may be, whatever its syntax: too large, not UTF-8, with null bytes.
/// Parsers name these less clearly.
bool check_readable(Report& report);

}  // namespace broadside::load
