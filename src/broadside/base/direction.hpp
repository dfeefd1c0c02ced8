#pragma once

#include <cstdint>

#include "broadside/base/word.hpp"
#include "broadside/unicode/script.hpp"

namespace broadside {

using unicode::Direction;

/// Alignment in logical terms: `Start` is the left edge in a left-to-right document.
enum class Alignment : std::uint8_t { Start, Centre, End };

inline constexpr Word<Alignment> kAlignments[] = {
    {"start", Alignment::Start}, {"center", Alignment::Centre}, {"end", Alignment::End}};

}  // namespace broadside
