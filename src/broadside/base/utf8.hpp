#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace broadside {

/// Bytes of the well-formed character at offset `i` (Unicode 15, table 3-7); 0 when there is none.
std::size_t utf8_sequence_length(std::string_view text, std::size_t i);

/// The text with U+FFFD in place of each byte that is no part of a character, as names of files may
/// have.
std::string to_utf8(std::string_view text);

}  // namespace broadside
