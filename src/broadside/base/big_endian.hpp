#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

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

}  // namespace broadside
