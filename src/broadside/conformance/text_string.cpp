#include "broadside/conformance/text_string.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "broadside/base/big_endian.hpp"
#include "broadside/unicode/characters.hpp"
#include "broadside/unicode/utf8.hpp"

namespace broadside::conformance {

namespace {

char32_t unit_at(std::string_view utf16, std::size_t at) {
    return static_cast<char32_t>(big_endian(utf16, at, 2));
}

}  // namespace

std::optional<std::string> utf8_of(std::string_view utf16) {
    if (utf16.size() % 2 != 0) return std::nullopt;
    std::string text;
    for (std::size_t at = 0; at < utf16.size(); at += 2) {
        char32_t c = unit_at(utf16, at);
        if (c >= 0xD800 && c < 0xE000) {
            const char32_t low = at + 2 < utf16.size() ? unit_at(utf16, at + 2) : 0;
            if (c >= 0xDC00 || low < 0xDC00 || low > 0xDFFF) return std::nullopt;
            c = 0x10000 + ((c - 0xD800) << 10) + (low - 0xDC00);
            at += 2;
        }
        unicode::append_utf8(text, c);
    }
    return text;
}

std::optional<std::string> text_of(std::string_view string) {
    if (string.starts_with("\xFE\xFF")) return utf8_of(string.substr(2));
    std::string text;
    for (const char byte : string) {
        const auto c = static_cast<unsigned char>(byte);
        // Between these, PDFDocEncoding differs from Latin-1 (PDF 1.7, annex D.3).
        if ((c >= 0x18 && c < 0x20) || (c >= 0x7F && c <= 0xA0) || c == 0xAD) return std::nullopt;
        unicode::append_utf8(text, c);
    }
    return text;
}

std::optional<char32_t> unwanted_character(std::string_view utf8) {
    for (const char32_t c : unicode::decode(utf8)) {
        if ((unicode::is_control(c) && c != '\n') || c == 0xFEFF ||
            unicode::is_private_use_character(c) || unicode::is_noncharacter(c))
            return c;
    }
    return std::nullopt;
}

std::string iso_date(std::string_view date) {
    const bool is_whole = date.starts_with("D:") && date.size() >= 17 &&
                          (date.substr(16) == "Z" || date.substr(16) == "+00'00'");
    const std::string_view digits = date.substr(std::min<std::size_t>(date.size(), 2), 14);
    if (!is_whole || digits.find_first_not_of("0123456789") != std::string_view::npos) return {};
    return fmt::format("{}-{}-{}T{}:{}:{}Z", digits.substr(0, 4), digits.substr(4, 2),
                       digits.substr(6, 2), digits.substr(8, 2), digits.substr(10, 2),
                       digits.substr(12));
}

}  // namespace broadside::conformance
