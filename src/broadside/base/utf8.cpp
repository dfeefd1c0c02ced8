#include "broadside/base/utf8.hpp"

#include <algorithm>

namespace broadside {

namespace {

unsigned byte_at(std::string_view text, std::size_t i) {
    return i < text.size() ? static_cast<unsigned char>(text[i]) : 0;
}

bool is_continuation(unsigned byte) { return (byte & 0xC0u) == 0x80u; }

struct SecondByte {
    std::size_t length;  // of the whole sequence; 0: the lead byte is wrong
    unsigned low, high;  // of the second byte
};

SecondByte second_byte_for(unsigned lead) {
    if (lead >= 0xC2 && lead <= 0xDF) return {2, 0x80, 0xBF};
    if (lead == 0xE0) return {3, 0xA0, 0xBF};
    if (lead == 0xED) return {3, 0x80, 0x9F};
    if (lead >= 0xE1 && lead <= 0xEF) return {3, 0x80, 0xBF};
    if (lead == 0xF0) return {4, 0x90, 0xBF};
    if (lead >= 0xF1 && lead <= 0xF3) return {4, 0x80, 0xBF};
    if (lead == 0xF4) return {4, 0x80, 0x8F};
    return {0, 0, 0};
}

}  // namespace

std::size_t utf8_sequence_length(std::string_view text, std::size_t i) {
    const unsigned lead = byte_at(text, i);
    if (lead < 0x80) return 1;
    const SecondByte second = second_byte_for(lead);
    if (second.length == 0 || i + second.length > text.size()) return 0;
    if (byte_at(text, i + 1) < second.low || byte_at(text, i + 1) > second.high) return 0;
    for (std::size_t k = 2; k < second.length; ++k) {
        if (!is_continuation(byte_at(text, i + k))) return 0;
    }
    return second.length;
}

std::string to_utf8(std::string_view text) {
    constexpr std::string_view kReplacementCharacter = "\xEF\xBF\xBD";
    std::string utf8;
    for (std::size_t i = 0; i < text.size();) {
        const std::size_t length = utf8_sequence_length(text, i);
        utf8 += length == 0 ? kReplacementCharacter : text.substr(i, length);
        i += std::max<std::size_t>(length, 1);
    }
    return utf8;
}

}  // namespace broadside
