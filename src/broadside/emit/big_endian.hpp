#pragma once

#include <cstddef>
#include <string>

/// Numbers as fonts, PNGs and PDFs have them.
namespace broadside::emit {

/// In so many bytes.
inline void add_big_endian(std::string& to, std::size_t value, std::size_t bytes) {
    while (bytes-- > 0) to += static_cast<char>(value >> (8 * bytes) & 0xFF);
}

inline void add_u16(std::string& to, std::size_t value) { add_big_endian(to, value, 2); }
inline void add_u32(std::string& to, std::size_t value) { add_big_endian(to, value, 4); }

/// Tables and glyphs begin at multiples of four.
inline std::size_t padded(std::size_t size) { return (size + 3) / 4 * 4; }

}  // namespace broadside::emit
