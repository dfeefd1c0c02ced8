#pragma once

#include <cstddef>

#include "broadside/unicode/utf8.hpp"

namespace broadside::text {

/// Whether a place where lines may end, a space or a slash, is inside of a figure with its unit:
/// "50 GB", "15 mg/kg", "5 €", "9 h 30". A character follows it.
bool is_in_quantity(const unicode::Characters& characters, std::size_t at);

}  // namespace broadside::text
