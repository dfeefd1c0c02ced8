#pragma once

#include <cstddef>
#include <string_view>

namespace broadside {

/// Bytes of the well-formed character at offset `i` (Unicode 15, table 3-7); 0 when there is none.
std::size_t utf8_sequence_length(std::string_view text, std::size_t i);

}  // namespace broadside
