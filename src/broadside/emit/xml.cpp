#include "broadside/emit/xml.hpp"

#include <fmt/format.h>

#include "broadside/unicode/ascii.hpp"
#include "broadside/unicode/utf8.hpp"

namespace broadside::emit {

namespace {

/// XML 1.0, production 2: no control characters but white space, not U+FFFE, not U+FFFF.
bool is_xml_character(char32_t c) {
    return c == '\t' || c == '\n' || (c >= 0x20 && c != 0x7F && c != 0xFFFE && c != 0xFFFF);
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
    for (const unicode::Character& character : unicode::characters_of(text)) {
        if (is_xml_character(character.code) && character.code != unicode::kReplacement) {
            out += escaped(text.substr(character.begin, character.size));
        } else {
            unicode::append_utf8(out, unicode::kReplacement);
        }
    }
    return out;
}

std::string plain_name(std::string_view name, std::string_view signs) {
    std::string plain;
    for (const char c : name) {
        if (unicode::is_ascii_letter_or_digit(c) || signs.find(c) != signs.npos)
            plain += c;
        else
            plain += fmt::format("_{:02x}", static_cast<unsigned char>(c));
    }
    return plain;
}

}  // namespace broadside::emit
