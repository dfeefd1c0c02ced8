#include "broadside/sheets/number_format.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <cmath>

#include <fmt/format.h>

#include "broadside/base/timestamp.hpp"
#include "broadside/base/whole_text.hpp"
#include "broadside/sheets/number_labels.hpp"
#include "broadside/unicode/ascii.hpp"
#include "broadside/unicode/characters.hpp"
#include "broadside/unicode/utf8.hpp"

namespace broadside::sheets {

namespace {

using Kind = NumberFormat::Kind;

/// A format without what it quotes, and what that is.
struct Stripped {
    std::string code;
    std::string literals;
    std::string label;  // all but the currency in brackets
};

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

/// The first section of a format, which is taken from it.
Stripped take_section(std::string_view& format) {
    Stripped result;
    std::size_t i = 0;
    for (; i < format.size() && format[i] != ';'; ++i) {
        const char c = format[i];
        if (c == '"') {
            const std::size_t end = std::min(format.find('"', i + 1), format.size());
            result.literals += format.substr(i + 1, end - i - 1);
            result.label += format.substr(i + 1, end - i - 1);
            i = end;
        } else if (c == '[') {
            const std::size_t end = std::min(format.find(']', i), format.size());
            result.literals += bracketed(format.substr(i + 1, end - i - 1), result.code);
            i = end;
        } else if (c == '\\') {
            if (++i == format.size()) break;
            result.literals += format[i];
            result.label += format[i];
        } else if (c == '_' || c == '*') {
            ++i;  // as much space as the next character takes
        } else if (c == '$' || static_cast<unsigned char>(c) >= 0x80) {
            result.literals += c;
            result.label += c;
        } else {
            result.code += unicode::in_small_ascii(c);
            result.label += c == '0'               ? kZero
                            : c == '#' || c == '?' ? kDigit
                            : c == '.'             ? kPoint
                                                   : c;
        }
    }
    format.remove_prefix(std::min(i + 1, format.size()));
    return result;
}

bool has(std::string_view text, std::string_view signs) {
    return text.find_first_of(signs) != text.npos;
}

std::string time_of(double fraction, const NumberFormat& format) {
    const auto seconds = static_cast<long>(std::lround(fraction * 86400));
    const std::string time = fmt::format("{:0{}}:{:02}", seconds / 3600,
                                         format.has_two_digits ? 2 : 1, seconds / 60 % 60);
    return seconds % 60 == 0 ? time : fmt::format("{}:{:02}", time, seconds % 60);
}

/// What a section says that shows no digit: "none"; empty: it shows some, or signs alone.
std::string word_in(const Stripped& section) {
    const std::u32string letters = unicode::decode(section.literals);
    const bool is_word = std::any_of(letters.begin(), letters.end(), unicode::is_letter);
    return has(section.code, "0#?") || !is_word ? ""
                                                : std::string(unicode::trimmed(section.literals));
}

/// By the sign of a number: sections above zero, below it, and of it. None where they have
/// conditions of their own.
std::array<std::string, 3> words_of_sections(std::string_view format) {
    if (has(format, "<>=")) return {};
    std::array<std::string, 3> words;
    std::size_t count = 0;
    while (!format.empty() && count < words.size()) words[count++] = word_in(take_section(format));
    if (count < 3) words[2] = words[0];
    return words;
}

/// Empty where a day has no date.
std::string date_of(double day, DateSystem system) {
    constexpr double kLastDay = 2958465;  // of 9999
    if (day < 0 || day > kLastDay) return {};
    const auto whole = static_cast<int>(day);
    std::chrono::sys_days start;
    using namespace std::chrono;
    if (system == DateSystem::Since1904) {
        start = year(1904) / 1 / 1;
    } else {
        if (whole == 0 || whole == 60) return {};
        start = whole < 60 ? year(1899) / 12 / 31 : year(1899) / 12 / 30;
    }
    const year_month_day date(start + days(whole));
    if (static_cast<int>(date.year()) > 9999) return {};
    return iso_8601(date);
}

}  // namespace

NumberFormat parse_format(std::string_view format) {
    std::string_view rest = format;
    const Stripped parts = take_section(rest);
    NumberFormat result;
    if (parts.code.find("general") != std::string::npos || parts.code == "@") {
        result.unit = std::string(unicode::trimmed(parts.literals));
        result.words = words_of_sections(format);
        return result;
    }
    if (has(parts.code, "ydhs") || (has(parts.code, "m") && !has(parts.code, "0#"))) {
        const bool has_day = has(parts.code, "d"), has_year = has(parts.code, "y");
        const bool has_time = has(parts.code, "hs");
        result.kind = Kind::Date;
        result.has_two_digits = parts.code.find("hh") != std::string::npos;
        if (has_time) result.kind = has_day || has_year ? Kind::DateTime : Kind::Time;
        if (!has_time && has_year && !has_day && has(parts.code, "m")) result.kind = Kind::Month;
        return result;
    }
    result.kind = Kind::Number;
    const std::size_t point = parts.code.find('.');
    int decimals = 0;
    for (std::size_t i = point; i != std::string::npos && ++i < parts.code.size();) {
        if (parts.code[i] != '0') break;
        ++decimals;
    }
    // "0.##" shows those that there are.
    const bool is_open =
        point != std::string::npos && parts.code.find('#', point) != std::string::npos;
    if (!is_open && has(parts.code, "0#")) result.decimals = decimals;
    result.is_grouped = parts.code.find(',') != std::string::npos;
    const bool is_number = !has(parts.code, "e/");
    if (!is_number) result = {};
    if (is_number && !has(parts.code, "%") && is_label(parts.label, result))
        result.label = parts.label;
    // What stands in the place of a number is no unit of it.
    if (has(parts.code, "0#?"))
        result.unit = has(parts.code, "%") ? "%" : std::string(unicode::trimmed(parts.literals));
    result.words = words_of_sections(format);
    return result;
}

NumberFormat builtin_format(int id) {
    const auto number = [](int decimals, std::string unit = {}) {
        return NumberFormat{Kind::Number, decimals, std::move(unit)};
    };
    const auto grouped = [&](int decimals) {
        NumberFormat format = number(decimals);
        format.is_grouped = true;
        return format;
    };
    switch (id) {
        case 1: return number(0);
        case 3:
        case 5:
        case 6:
        case 37:
        case 38:
        case 41:
        case 42: return grouped(0);
        case 2: return number(2);
        case 4:
        case 7:
        case 8:
        case 39:
        case 40:
        case 43:
        case 44: return grouped(2);
        case 9: return number(0, "%");
        case 10: return number(2, "%");
        case 17: return {Kind::Month};
        case 18:
        case 19:
        case 20:
        case 21:
        case 32:
        case 33:
        case 45:
        case 46:
        case 47: return {Kind::Time};
        case 22: return {Kind::DateTime};
        default: break;
    }
    // Those of East Asia are dates, too.
    const bool is_date = (id >= 14 && id <= 16) || (id >= 27 && id <= 36) || (id >= 50 && id <= 58);
    return is_date ? NumberFormat{Kind::Date} : NumberFormat{};
}

std::optional<double> parse_double(std::string_view text) {
    const auto value = whole_text_as<double>(text);
    return value && std::isfinite(*value) ? value : std::nullopt;
}

namespace {

/// Decimal digits as they are written, with the point behind so many of them.
struct Decimal {
    std::string digits;
    int point = 0;
};

/// The fifteen digits that sheets know of a number; of larger ones those that tell it from others.
Decimal decimal_of(double value) {
    constexpr double kLargest = 1e15;
    std::array<char, 32> shortest = {};
    const auto [end, error] = std::to_chars(shortest.data(), shortest.data() + shortest.size(),
                                            std::abs(value), std::chars_format::scientific);
    const std::string text = std::abs(value) < kLargest ? fmt::format("{:.14e}", std::abs(value))
                                                        : std::string(shortest.data(), end);
    const std::size_t e = text.find('e');
    Decimal decimal{text.substr(0, e)};
    std::erase(decimal.digits, '.');
    const char* exponent = text.c_str() + e + 1;
    if (*exponent == '+') ++exponent;
    std::from_chars(exponent, text.c_str() + text.size(), decimal.point);
    ++decimal.point;
    return decimal;
}

/// So many behind the point; halves away from zero.
void round_to(int decimals, Decimal& decimal) {
    const int kept = decimal.point + decimals;
    const auto size = static_cast<int>(decimal.digits.size());
    if (kept >= size) {
        decimal.digits.append(static_cast<std::size_t>(kept - size), '0');
        return;
    }
    if (kept < 0) {
        decimal = {std::string(static_cast<std::size_t>(decimals), '0'), 0};
        return;
    }
    const bool is_up = decimal.digits[static_cast<std::size_t>(kept)] >= '5';
    decimal.digits.resize(static_cast<std::size_t>(kept));
    if (!is_up) return;
    std::size_t at = decimal.digits.size();
    while (at > 0 && decimal.digits[at - 1] == '9') decimal.digits[--at] = '0';
    if (at > 0) {
        ++decimal.digits[at - 1];
    } else {
        decimal.digits.insert(0, "1");
        ++decimal.point;
    }
}

}  // namespace

std::string json_number(double value, std::optional<int> decimals, int shift) {
    constexpr int kMostDecimals = 15, kMostDigits = 40;
    Decimal decimal = decimal_of(value);
    decimal.point += shift;
    if (decimal.point > kMostDigits) return "";
    if (value == 0) decimal = {"", 0};
    round_to(std::min(decimals.value_or(kMostDecimals), kMostDecimals), decimal);
    if (decimal.point <= 0)
        decimal.digits.insert(0, static_cast<std::size_t>(1 - decimal.point), '0');
    const auto point = static_cast<std::size_t>(std::max(decimal.point, 1));
    std::string text = decimal.digits.substr(0, point);
    if (decimal.digits.size() > point) text += "." + decimal.digits.substr(point);
    if (!decimals && text.find('.') != std::string::npos) {
        text.erase(text.find_last_not_of('0') + 1);
        if (text.ends_with('.')) text.pop_back();
    }
    const bool is_zero = text.find_first_not_of("0.") == std::string::npos;
    return value < 0 && !is_zero ? "-" + text : text;
}

void set_number(Cell& cell, double value, const NumberFormat& format, DateSystem system) {
    const double day = std::floor(value);
    const double fraction = value - day;
    switch (format.kind) {
        case Kind::Time:
            cell.text = value >= 0 && value < 1e6 ? time_of(value, format) : "";
            if (!cell.text.empty()) return;
            break;
        case Kind::Date:
        case Kind::Month:
        case Kind::DateTime: {
            const std::string date = date_of(day, system);
            if (date.empty()) break;
            cell.type = CellType::Date;
            cell.date = format.kind == Kind::Month ? date.substr(0, 7) : date;
            cell.text = cell.date;
            if (format.kind == Kind::DateTime && fraction > 0) {
                cell.type = CellType::Text;
                cell.text += " " + time_of(fraction, format);
            }
            return;
        }
        case Kind::General:
        case Kind::Number: break;
    }
    const std::string& word = format.words[value > 0 ? 0 : value < 0 ? 1 : 2];
    if (!word.empty()) {
        cell.text = word;
        return;
    }
    const bool is_percent = format.unit == "%";
    cell.number = json_number(value, format.decimals, is_percent ? 2 : 0);
    if (!format.label.empty() && !cell.number.empty()) {
        cell.text = labelled(format.label, cell.number);
        cell.number.clear();
        cell.is_label = true;
        return;
    }
    cell.is_grouped = format.is_grouped;
    cell.type = cell.number.empty() ? CellType::Text : CellType::Number;
    cell.unit = format.unit;
    cell.text = cell.number.empty() ? fmt::format("{}", value) : cell.number;
    if (!cell.unit.empty()) cell.text += " " + cell.unit;
}

}  // namespace broadside::sheets
