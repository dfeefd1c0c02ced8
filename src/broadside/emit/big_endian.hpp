#pragma once

#include <cstddef>
#include <string>

/// Numbers as fonts and PNGs have them.
namespace broadside::emit {

inline void add_u16(std::string& to, std::size_t value) {
    to += static_cast<char>(value >> 8 & 0xFF);
    to += static_cast<char>(value & 0xFF);
}

inline void add_u32(std::string& to, std::size_t value) {
    add_u16(to, value >> 16);
    add_u16(to, value);
}

/// Tables and glyphs begin at multiples of four.
inline std::size_t padded(std::size_t size) { return (size + 3) / 4 * 4; }

}  // namespace broadside::emit
