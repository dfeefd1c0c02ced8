#pragma once

#include <string_view>

namespace broadside::text {

/// Symbols of units that are written behind a figure, most of them of the SI (BIPM, 9th edition).
bool is_unit_symbol(std::u32string_view word);

}  // namespace broadside::text
