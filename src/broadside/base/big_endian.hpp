#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

/// Numbers as fonts, PNGs, PDFs and profiles of colours have them.
namespace broadside {

/// The number of `size` bytes from `at`, the highest first; bytes behind the end are 0.
inline std::size_t big_endian(std::string_view bytes, std::size_t at, std::size_t size) {
    std::size_t value = 0;
    for (std::size_t i = at; i < at + size; ++i)
        value = value << 8 | static_cast<unsigned char>(i < bytes.size() ? bytes[i] : 0);
    return value;
}

/// The same of two bytes, as a number that may be negative.
inline int signed_big_endian(std::string_view bytes, std::size_t at) {
    return static_cast<std::int16_t>(big_endian(bytes, at, 2));
}

/// In so many bytes.
inline void add_big_endian(std::string& to, std::size_t value, std::size_t bytes) {
    while (bytes-- > 0) to += static_cast<char>(value >> (8 * bytes) & 0xFF);
}

inline void add_u16(std::string& to, std::size_t value) { add_big_endian(to, value, 2); }
inline void add_u32(std::string& to, std::size_t value) { add_big_endian(to, value, 4); }

/// Tables and glyphs of fonts, and notes in programs, begin at multiples of four.
inline std::size_t padded(std::size_t size) { return (size + 3) / 4 * 4; }

}  // namespace broadside
