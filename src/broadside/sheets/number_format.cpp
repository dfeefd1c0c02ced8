#include "broadside/sheets/number_format.hpp"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <cmath>

#include <fmt/format.h>

#include "broadside/unicode/ascii.hpp"
#include "broadside/unicode/characters.hpp"

namespace broadside::sheets {

namespace {

using Kind = NumberFormat::Kind;

/// A format without what it quotes, and what that is.
struct Stripped {
    std::string code;
    std::string literals;
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

Stripped stripped(std::string_view format) {
    Stripped result;
    for (std::size_t i = 0; i < format.size() && format[i] != ';'; ++i) {
        const char c = format[i];
        if (c == '"') {
            const std::size_t end = std::min(format.find('"', i + 1), format.size());
            result.literals += format.substr(i + 1, end - i - 1);
            i = end;
        } else if (c == '[') {
            const std::size_t end = std::min(format.find(']', i), format.size());
            result.literals += bracketed(format.substr(i + 1, end - i - 1), result.code);
            i = end;
        } else if (c == '\\') {
            if (++i < format.size()) result.literals += format[i];
        } else if (c == '_' || c == '*') {
            ++i;  // as much space as the next character takes
        } else if (c == '$' || static_cast<unsigned char>(c) >= 0x80) {
            result.literals += c;
        } else {
            result.code += unicode::in_small_ascii(c);
        }
    }
    return result;
}

bool has(std::string_view text, std::string_view signs) {
    return text.find_first_of(signs) != text.npos;
}

std::string time_of(double fraction) {
    const auto seconds = static_cast<long>(std::lround(fraction * 86400));
    if (seconds % 60 != 0)
        return fmt::format("{}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60, seconds % 60);
    return fmt::format("{}:{:02}", seconds / 3600, seconds / 60 % 60);
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
    return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()),
                       static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
}

}  // namespace

NumberFormat parse_format(std::string_view format) {
    const Stripped parts = stripped(format);
    NumberFormat result;
    if (parts.code.find("general") != std::string::npos || parts.code == "@") {
        result.unit = std::string(unicode::trimmed(parts.literals));
        return result;
    }
    if (has(parts.code, "ydhs") || (has(parts.code, "m") && !has(parts.code, "0#"))) {
        const bool has_day = has(parts.code, "d"), has_year = has(parts.code, "y");
        const bool has_time = has(parts.code, "hs");
        result.kind = Kind::Date;
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
    if (has(parts.code, "e/")) result = {};
    result.unit = has(parts.code, "%") ? "%" : std::string(unicode::trimmed(parts.literals));
    return result;
}

NumberFormat builtin_format(int id) {
    const auto number = [](int decimals, std::string unit = {}) {
        return NumberFormat{Kind::Number, decimals, std::move(unit)};
    };
    switch (id) {
        case 1:
        case 3:
        case 5:
        case 6:
        case 37:
        case 38:
        case 41:
        case 42: return number(0);
        case 2:
        case 4:
        case 7:
        case 8:
        case 39:
        case 40:
        case 43:
        case 44: return number(2);
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
    double value = 0;
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), value);
    const bool is_whole = problem == std::errc() && end == text.data() + text.size();
    return is_whole && std::isfinite(value) ? std::optional(value) : std::nullopt;
}

std::string json_number(double value, std::optional<int> decimals) {
    constexpr double kLargest = 1e15;
    if (std::abs(value) >= kLargest)
        return fmt::format("{:.0f}", value).size() > 40 ? "" : fmt::format("{:.0f}", value);
    if (!decimals) {
        // Sheets know fifteen digits, and show fewer.
        const double size = value == 0 ? 1 : std::floor(std::log10(std::abs(value))) + 1;
        decimals = std::clamp(static_cast<int>(15 - size), 0, 15);
        std::string text = fmt::format("{:.{}f}", value, *decimals);
        if (text.find('.') != std::string::npos) {
            text.erase(text.find_last_not_of('0') + 1);
            if (text.ends_with('.')) text.pop_back();
        }
        return text == "-0" ? "0" : text;
    }
    std::string text = fmt::format("{:.{}f}", value, std::min(*decimals, 15));
    return text.find_first_of("123456789") == std::string::npos && text.starts_with('-')
               ? text.substr(1)
               : text;
}

void set_number(Cell& cell, double value, const NumberFormat& format, DateSystem system) {
    const double day = std::floor(value);
    const double fraction = value - day;
    switch (format.kind) {
        case Kind::Time:
            cell.text = value >= 0 && value < 1e6 ? time_of(value) : "";
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
                cell.text += " " + time_of(fraction);
            }
            return;
        }
        case Kind::General:
        case Kind::Number: break;
    }
    const bool is_percent = format.unit == "%";
    cell.number = json_number(is_percent ? value * 100 : value, format.decimals);
    cell.type = cell.number.empty() ? CellType::Text : CellType::Number;
    cell.unit = format.unit;
    cell.text = cell.number.empty() ? fmt::format("{}", value) : cell.number;
    if (!cell.unit.empty()) cell.text += " " + cell.unit;
}

}  // namespace broadside::sheets
