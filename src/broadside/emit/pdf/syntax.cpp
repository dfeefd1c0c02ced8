#include "broadside/emit/pdf/syntax.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <iterator>

#include <fmt/format.h>

#include "broadside/unicode/utf8.hpp"

namespace broadside::emit {

namespace {

bool is_printable_ascii(char c) { return c >= ' ' && c <= '~'; }

/// `digits` without its point, which stands before the last `decimals` of them.
void append_fraction(std::string& out, bool is_negative, std::uint64_t digits, int decimals) {
    for (; decimals > 0 && digits % 10 == 0; --decimals) digits /= 10;
    const std::string written = fmt::format_int(digits).str();
    const auto whole = static_cast<int>(written.size()) - decimals;
    if (is_negative) out += '-';
    if (whole > 0) out.append(written, 0, static_cast<std::size_t>(whole));
    if (whole <= 0) out += '0';
    if (decimals == 0) return;
    out += '.';
    if (whole < 0) out.append(static_cast<std::size_t>(-whole), '0');
    out.append(written, static_cast<std::size_t>(std::max(whole, 0)));
}

}  // namespace

void append_number(std::string& out, double number, int decimals) {
    constexpr double kLargest = 1e9;
    constexpr double kPowers[] = {1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12};
    const double power = kPowers[decimals];
    if (std::abs(number) * 2 * power < 1) number = 0;  // never "-0"
    if (std::trunc(number) == number && std::abs(number) < kLargest) {
        out += fmt::format_int(static_cast<std::int64_t>(number)).str();  // all of a QR code
        return;
    }
    // The product is wrong by less than a millionth: only near ties it may round otherwise.
    const double scaled = std::abs(number) * power;
    const double rounded = std::round(scaled);
    if (decimals > 0 && scaled < kLargest && std::abs(std::abs(scaled - rounded) - 0.5) > 1e-6)
        return append_fraction(out, number < 0, static_cast<std::uint64_t>(rounded), decimals);
    fmt::format_to(std::back_inserter(out), "{:.{}f}", number, decimals);
    if (decimals == 0) return;
    out.erase(out.find_last_not_of('0') + 1);
    if (out.back() == '.') out.pop_back();
}

std::string array_of(std::initializer_list<double> numbers, int decimals) {
    std::string array = "[";
    for (const double number : numbers) {
        append_number(array, number, decimals);
        array += ' ';
    }
    return array + "]";
}

void append_colour(std::string& out, Colour colour, int decimals) {
    for (const auto channel : {colour.red, colour.green, colour.blue}) {
        append_number(out, channel / 255.0, decimals);
        out += ' ';
    }
}

void append_reference(std::string& out, int object) {
    out += fmt::format_int(object).str();
    out += " 0 R ";
}

std::string byte_string(std::string_view bytes) {
    std::string out = "(";
    for (const char c : bytes) {
        if (c == '(' || c == ')' || c == '\\') out += '\\';
        if (is_printable_ascii(c))
            out += c;
        else
            out += fmt::format("\\{:03o}", static_cast<unsigned char>(c));
    }
    return out + ')';
}

std::string text_string(std::string_view utf8) {
    if (std::all_of(utf8.begin(), utf8.end(), is_printable_ascii)) return byte_string(utf8);
    std::string out = "<FEFF";
    append_utf16(out, utf8);
    return out + '>';
}

void append_hexadecimal(std::string& out, std::uint16_t number) {
    for (const int shift : {12, 8, 4, 0}) out += "0123456789ABCDEF"[number >> shift & 0xF];
}

void append_utf16(std::string& out, std::string_view utf8) {
    for (std::size_t at = 0; at < utf8.size();) {
        const unicode::Character character = unicode::character_at(utf8, at);
        at += character.size;
        char32_t code = character.code;
        if (code >= 0x10000) {
            code -= 0x10000;
            append_hexadecimal(out, static_cast<std::uint16_t>(0xD800 + (code >> 10)));
            code = 0xDC00 + (code & 0x3FF);
        }
        append_hexadecimal(out, static_cast<std::uint16_t>(code));
    }
}

}  // namespace broadside::emit
