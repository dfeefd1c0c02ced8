#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace broadside::load {

/// The text after a UTF-8 byte order mark, or the whole text when there is none.
std::string_view without_byte_order_mark(std::string_view text);

/// Offset of the first byte that is not well-formed UTF-8 (Unicode 15, table 3-7).
std::optional<std::size_t> find_invalid_utf8(std::string_view text);

struct ControlCharacter {
    std::size_t offset = 0;
    unsigned code_point = 0;
};

/// The first character of category Cc other than line feed: C0, delete or C1. The text is valid
/// UTF-8.
std::optional<ControlCharacter> find_control_character(std::string_view text);

}  // namespace broadside::load
