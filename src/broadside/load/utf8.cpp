#include "broadside/load/utf8.hpp"

#include <cstdint>

#include <fmt/format.h>

#include "broadside/base/characters.hpp"

namespace broadside::load {

namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

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

/// Bytes of the well-formed sequence at `i`; 0 when there is none.
std::size_t sequence_length(std::string_view text, std::size_t i) {
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

}  // namespace

std::string_view without_byte_order_mark(std::string_view text) {
    if (text.substr(0, kByteOrderMark.size()) == kByteOrderMark)
        text.remove_prefix(kByteOrderMark.size());
    return text;
}

std::optional<std::size_t> find_invalid_utf8(std::string_view text) {
    for (std::size_t i = 0; i < text.size();) {
        const std::size_t length = sequence_length(text, i);
        if (length == 0) return i;
        i += length;
    }
    return std::nullopt;
}

std::optional<std::string> find_unfit_character(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint c = code_point_at(text, at);
        const std::string_view kind = is_control(c.code) && c.code != '\n' ? "control character"
                                      : is_noncharacter(c.code)            ? "noncharacter"
                                      : is_direction_override(c.code)      ? "override of direction"
                                                                           : "";
        if (!kind.empty())
            return fmt::format("the {} U+{:04X}", kind, static_cast<std::uint32_t>(c.code));
        at += c.size;
    }
    return std::nullopt;
}

}  // namespace broadside::load
