#include "broadside/sheets/format_sections.hpp"

#include <algorithm>
#include <iterator>

#include "broadside/sheets/number_labels.hpp"
#include "broadside/unicode/ascii.hpp"

namespace broadside::sheets {

namespace {

/// `[$€-407]` names a currency; other brackets are colours, conditions and durations.
std::string bracketed(std::string_view inside, std::string& code) {
    if (inside.starts_with("$")) {
        const std::size_t dash = inside.find('-');
        return std::string(inside.substr(1, dash == inside.npos ? inside.npos : dash - 1));
    }
    if (inside == "h" || inside == "hh" || inside == "m" || inside == "mm" || inside == "s" ||
        inside == "ss")
        code += inside;
    return {};
}

/// `[$-2000401]` asks for digits of another script: its first byte says which.
char32_t zero_of_locale(std::string_view inside) {
    constexpr char32_t kZeros[] = {U'0',  U'0',  0x660,  0x6F0, 0x966,  0x9E6, 0xA66,
                                   0xAE6, 0xB66, 0xBE6,  0xC66, 0xCE6,  0xD66, 0xE50,
                                   0xED0, 0xF20, 0x1040, U'0',  0x17E0, 0x1810};
    const std::size_t dash = inside.find('-');
    if (!inside.starts_with("$") || dash == inside.npos) return unicode::kAsciiZero;
    std::size_t code = 0;
    for (const char c : inside.substr(dash + 1)) {
        const char digit = unicode::in_small_ascii(c);
        const bool is_letter = digit >= 'a' && digit <= 'f';
        if (!is_letter && !unicode::is_ascii_digit(digit)) return unicode::kAsciiZero;
        code = code * 16 + static_cast<std::size_t>(is_letter ? digit - 'a' + 10 : digit - '0');
    }
    const std::size_t script = code >> 24;
    return script < std::size(kZeros) ? kZeros[script] : unicode::kAsciiZero;
}

/// The first section of a format, which is taken from it.
FormatSection take_section(std::string_view& format) {
    FormatSection result;
    const auto say = [&](std::string_view words) {
        const bool is_behind = result.code.find_first_of("0#?") != std::string::npos;
        (is_behind ? result.behind : result.before) += words;
    };
    std::size_t i = 0;
    for (; i < format.size() && format[i] != ';'; ++i) {
        const char c = format[i];
        if (c == '"') {
            const std::size_t end = std::min(format.find('"', i + 1), format.size());
            result.literals += format.substr(i + 1, end - i - 1);
            result.label += format.substr(i + 1, end - i - 1);
            say(format.substr(i + 1, end - i - 1));
            i = end;
        } else if (c == '[') {
            const std::size_t end = std::min(format.find(']', i), format.size());
            const std::string_view inside = format.substr(i + 1, end - i - 1);
            const std::string currency = bracketed(inside, result.code);
            result.literals += currency;
            say(currency);
            if (inside.find_first_of("<>=") == 0) result.condition = inside;
            if (inside.starts_with("$")) result.zero = zero_of_locale(inside);
            i = end;
        } else if (c == '\\') {
            if (++i == format.size()) break;
            result.literals += format[i];
            result.label += format[i];
            say(format.substr(i, 1));
        } else if (c == '_' || c == '*') {
            ++i;  // as much space as the next character takes
        } else if (c == '$' || static_cast<unsigned char>(c) >= 0x80) {
            result.literals += c;
            result.label += c;
            say(format.substr(i, 1));
        } else {
            if (c == ' ' || c == '%') say(format.substr(i, 1));
            result.code += unicode::in_small_ascii(c);
            result.label += c == '0'               ? kZero
                            : c == '#' || c == '?' ? kDigit
                            : c == '.'             ? kPoint
                                                   : c;
        }
    }
    result.is_last = i >= format.size();
    format.remove_prefix(std::min(i + 1, format.size()));
    return result;
}

}  // namespace

std::vector<FormatSection> sections_of(std::string_view format) {
    std::vector<FormatSection> sections = {take_section(format)};
    while (!sections.back().is_last) sections.push_back(take_section(format));
    return sections;
}

}  // namespace broadside::sheets
