#include "broadside/emit/svg_markup.hpp"

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstdlib>

#include <fmt/format.h>

namespace broadside::emit {

namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

/// Bytes of the well-formed UTF-8 sequence at the front, 0 when there is none (Unicode, table 3-7).
std::size_t sequence_size(std::string_view text) {
    const auto byte = [&](std::size_t at) { return static_cast<unsigned char>(text[at]); };
    const auto lead = byte(0);
    const std::size_t size = lead < 0x80                    ? 1
                             : lead >= 0xC2 && lead <= 0xDF ? 2
                             : lead >= 0xE0 && lead <= 0xEF ? 3
                             : lead >= 0xF0 && lead <= 0xF4 ? 4
                                                            : 0;
    if (size == 0 || size > text.size()) return 0;
    for (std::size_t at = 1; at < size; ++at) {
        if ((byte(at) & 0xC0) != 0x80) return 0;
    }
    const bool is_overlong = (lead == 0xE0 && byte(1) < 0xA0) || (lead == 0xF0 && byte(1) < 0x90);
    const bool is_surrogate = lead == 0xED && byte(1) > 0x9F;
    const bool is_too_large = lead == 0xF4 && byte(1) > 0x8F;
    return is_overlong || is_surrogate || is_too_large ? 0 : size;
}

/// XML 1.0, production 2: no control characters but white space, not U+FFFE, not U+FFFF.
bool is_xml_character(std::string_view sequence) {
    const char c = sequence.front();
    if (sequence.size() == 1) {
        return (static_cast<unsigned char>(c) >= 0x20 && c != 0x7F) || c == '\t' || c == '\n';
    }
    return sequence != "\xEF\xBF\xBE" && sequence != "\xEF\xBF\xBF";
}

std::string_view escaped(std::string_view sequence) {
    switch (sequence.front()) {
        case '&': return "&amp;";
        case '<': return "&lt;";
        case '>': return "&gt;";
        case '"': return "&quot;";
        case '\'': return "&#39;";
        default: return sequence;
    }
}

}  // namespace

std::string escape_xml(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    while (!text.empty()) {
        const std::size_t size = sequence_size(text);
        const std::string_view sequence = text.substr(0, size == 0 ? 1 : size);
        out += size != 0 && is_xml_character(sequence) ? escaped(sequence) : kReplacement;
        text.remove_prefix(sequence.size());
    }
    return out;
}

std::string font_family_value(std::string_view family) {
    std::string string = "'";
    for (const char c : family) {
        if (c == '\'' || c == '\\') string += '\\';
        string += c;
    }
    return escape_xml(string + "',sans-serif");
}

Grid to_grid(Pt length) { return std::lround(length.value * 100); }

std::string grid_units(Grid length) {
    const ldiv_t parts = std::ldiv(std::labs(length), 10);
    std::string text = length < 0 ? "-" : "";
    if (parts.quot != 0 || parts.rem == 0) text += fmt::to_string(parts.quot);
    if (parts.rem != 0) text += fmt::format(".{}", parts.rem);
    return text;
}

std::string content_name(std::string_view content) {
    std::uint64_t hash = 0xcbf29ce484222325u;
    for (const char c : content) {
        hash ^= static_cast<unsigned char>(c);
        hash *= 0x100000001b3u;
    }
    std::string name(1, static_cast<char>('a' + hash % 26));
    hash /= 26;
    for (int i = 0; i < 7; ++i, hash /= 36)
        name += "0123456789abcdefghijklmnopqrstuvwxyz"[hash % 36];
    return name;
}

}  // namespace broadside::emit
