#pragma once

#include <cstddef>
#include <string_view>

namespace broadside::load {

/// 1-based, the column in bytes.
struct TextPosition {
    std::size_t line = 1;
    std::size_t column = 1;
};

/// Lines end with a line feed. An offset past the end is the end.
TextPosition position_of(std::string_view text, std::size_t offset);

}  // namespace broadside::load
