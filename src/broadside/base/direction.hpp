#pragma once

#include "broadside/unicode/script.hpp"

namespace broadside {

using unicode::Direction;

/// Alignment in logical terms: `Start` is the left edge in a left-to-right document.
enum class Alignment { Start, Centre, End };

}  // namespace broadside
