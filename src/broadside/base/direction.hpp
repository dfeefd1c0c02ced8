#pragma once

#include <cstdint>

#include "broadside/unicode/script.hpp"

namespace broadside {

using unicode::Direction;

/// Alignment in logical terms: `Start` is the left edge in a left-to-right document.
enum class Alignment : std::uint8_t { Start, Centre, End };

}  // namespace broadside
