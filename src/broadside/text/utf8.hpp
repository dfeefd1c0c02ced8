#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace broadside::text {

/// A character and the bytes it was read from.
struct Character {
    char32_t code = 0;
    std::uint32_t begin = 0, size = 0;
};

namespace detail {

/// Bytes of the sequence that `lead` announces; 0 when it announces none.
constexpr std::size_t sequence_size(unsigned char lead) {
    if (lead < 0x80) return 1;
    if (lead >= 0xC2 && lead < 0xE0) return 2;
    if (lead >= 0xE0 && lead < 0xF0) return 3;
    if (lead >= 0xF0 && lead < 0xF5) return 4;
    return 0;
}

}  // namespace detail

/// Decodes UTF-8. A byte that is no part of a sequence becomes U+FFFD, as the Unicode standard
/// advises (3.9, best practice for U+FFFD substitution), so that a broken string is reported and
/// not dropped.
inline std::vector<Character> decode_utf8(std::string_view utf8) {
    constexpr char32_t kReplacement = 0xFFFD;
    std::vector<Character> characters;
    characters.reserve(utf8.size());
    for (std::size_t at = 0; at < utf8.size();) {
        const auto lead = static_cast<unsigned char>(utf8[at]);
        const std::size_t size = detail::sequence_size(lead);
        char32_t code = size == 1 ? lead : lead & (0x7Fu >> size);
        bool valid = size > 0 && at + size <= utf8.size();
        for (std::size_t i = 1; valid && i < size; ++i) {
            const auto next = static_cast<unsigned char>(utf8[at + i]);
            valid = (next & 0xC0u) == 0x80u;
            code = code << 6 | (next & 0x3Fu);
        }
        valid = valid && !(size == 3 && (code < 0x800 || (code >= 0xD800 && code < 0xE000))) &&
                !(size == 4 && (code < 0x10000 || code > 0x10FFFF));
        const std::size_t taken = valid ? size : 1;
        characters.push_back({valid ? code : kReplacement, static_cast<std::uint32_t>(at),
                              static_cast<std::uint32_t>(taken)});
        at += taken;
    }
    return characters;
}

inline void append_utf8(std::string& to, char32_t code) {
    const auto tail = [&](int shift) {
        to.push_back(static_cast<char>(0x80u | (code >> shift & 0x3Fu)));
    };
    if (code < 0x80) {
        to.push_back(static_cast<char>(code));
    } else if (code < 0x800) {
        to.push_back(static_cast<char>(0xC0u | code >> 6));
        tail(0);
    } else if (code < 0x10000) {
        to.push_back(static_cast<char>(0xE0u | code >> 12));
        tail(6);
        tail(0);
    } else {
        to.push_back(static_cast<char>(0xF0u | code >> 18));
        tail(12);
        tail(6);
        tail(0);
    }
}

}  // namespace broadside::text
