#include "broadside/base/digits.hpp"

#include <algorithm>
#include <iterator>

namespace broadside {

namespace {

constexpr char32_t kArabicZero = 0x0660;
constexpr char32_t kExtendedArabicZero = 0x06F0;
constexpr std::string_view kArabicDecimalSeparator = "\u066B";

void append_utf8(std::string& to, char32_t code) {
    const auto continuation = [code](int shift) {
        return static_cast<char>(0x80u | (code >> shift & 0x3Fu));
    };
    if (code < 0x80) {
        to += static_cast<char>(code);
    } else if (code < 0x800) {
        to += {static_cast<char>(0xC0u | code >> 6), continuation(0)};
    } else if (code < 0x10000) {
        to += {static_cast<char>(0xE0u | code >> 12), continuation(6), continuation(0)};
    } else {
        to += {static_cast<char>(0xF0u | code >> 18), continuation(12), continuation(6),
               continuation(0)};
    }
}

}  // namespace

bool is_digit(char32_t c) {
    return std::any_of(
        std::begin(kDigitSystems), std::end(kDigitSystems),
        [c](const DigitSystem& system) { return c >= system.zero && c <= system.zero + 9; });
}

bool is_minus(char32_t c) {
    return c == U'-' || c == 0x2212 || c == 0x2013 || c == 0xFE63 || c == 0xFF0D;
}

std::string with_digits(std::string_view number, char32_t zero) {
    if (zero == kAsciiZero) return std::string(number);
    const bool is_arabic = zero == kArabicZero || zero == kExtendedArabicZero;
    std::string out;
    for (const char c : number) {
        if (c >= '0' && c <= '9') {
            append_utf8(out, zero + static_cast<char32_t>(c - '0'));
        } else if (c == '.' && is_arabic) {
            out += kArabicDecimalSeparator;
        } else {
            out += c;
        }
    }
    return out;
}

}  // namespace broadside
