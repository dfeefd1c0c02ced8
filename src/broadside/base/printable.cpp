#include "broadside/base/printable.hpp"

#include <fmt/format.h>

#include "broadside/unicode/characters.hpp"
#include "broadside/unicode/utf8.hpp"

namespace broadside {

namespace {

/// Tags, too, which only flags are made of.
bool may_mislead(char32_t code) {
    return unicode::is_control(code) || unicode::is_invisible(code) ||
           (code >= 0xE0000 && code <= 0xE007F);
}

std::string escaped(char32_t code) {
    const auto number = static_cast<unsigned>(code);
    return code > 0xFFFF ? fmt::format("\\U{:08x}", number) : fmt::format("\\u{:04x}", number);
}

}  // namespace

std::string printable(std::string_view text) {
    std::string shown;
    shown.reserve(text.size());
    for (std::size_t i = 0; i < text.size();) {
        const std::size_t length = unicode::sequence_length(text, i);
        if (length == 0) {
            shown += fmt::format("\\x{:02x}", static_cast<unsigned char>(text[i++]));
            continue;
        }
        const char32_t code = unicode::character_at(text, i).code;
        if (may_mislead(code)) {
            shown += escaped(code);
        } else {
            shown += text.substr(i, length);
        }
        i += length;
    }
    return shown;
}

std::string json_text(std::string_view text) {
    std::string json = "\"";
    for (const char c : unicode::to_utf8(text)) {
        const auto byte = static_cast<unsigned char>(c);
        const auto last = static_cast<unsigned char>(json.back());
        if (c == '"' || c == '\\') {
            json.append({'\\', c});
        } else if (byte < 0x20 || byte == 0x7F) {
            json += fmt::format("\\u{:04x}", byte);
        } else if (last == 0xC2 && byte < 0xA0) {
            json.pop_back();  // C1, which terminals obey too
            json += fmt::format("\\u{:04x}", byte);
        } else {
            json += c;
        }
    }
    return json + '"';
}

}  // namespace broadside
