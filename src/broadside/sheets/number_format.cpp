#include "broadside/sheets/number_format.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include <fmt/format.h>

#include "broadside/sheets/format_sections.hpp"
#include "broadside/sheets/number_labels.hpp"
#include "broadside/unicode/ascii.hpp"
#include "broadside/unicode/characters.hpp"
#include "broadside/unicode/numbers.hpp"
#include "broadside/unicode/utf8.hpp"

namespace broadside::sheets {

namespace {

using Kind = NumberFormat::Kind;

bool has(std::string_view text, std::string_view signs) {
    return text.find_first_of(signs) != text.npos;
}

bool shows_number(const FormatSection& section) {
    return has(section.code, "0#?@ydhms") || section.code.find("general") != std::string::npos;
}

/// What each section says that shows no number: "none", "✓"; empty: it shows one, as a dash does
/// beside sections that show some.
std::vector<std::string> words_in(const std::vector<FormatSection>& sections) {
    const bool has_numbers = std::any_of(sections.begin(), sections.end(), shows_number);
    std::vector<std::string> words;
    for (const FormatSection& section : sections) {
        const std::string_view said =
            shows_number(section) ? std::string_view() : unicode::trimmed(section.label);
        words.emplace_back(has_numbers && stands_for_zero(said) ? "" : said);
    }
    return words;
}

/// By the sign of a number: sections above zero, below it, and of it.
std::array<std::string, 3> words_of(const std::vector<FormatSection>& sections) {
    std::vector<std::string> said = words_in(sections);
    const bool has_zero = said.size() > 2;
    said.resize(3);
    if (!has_zero) said[2] = said[0];
    return {said[0], said[1], said[2]};
}

bool shows_nothing(const FormatSection& section) {
    return unicode::trimmed(section.code + section.literals).empty();
}

/// By sign, as above: a section that is there and empty shows nothing, as all of ";;;" do.
std::array<bool, 3> hidden_by(const std::vector<FormatSection>& sections) {
    std::array<bool, 3> hidden = {};
    // "0;" is "0".
    const std::size_t count =
        sections.size() == 2 && sections[1].code.empty() ? 1 : sections.size();
    for (std::size_t i = 0; count > 1 && i < std::min(count, hidden.size()); ++i)
        hidden[i] = shows_nothing(sections[i]);
    if (count < 3) hidden[2] = hidden[0];
    return hidden;
}

constexpr std::string_view kPlacesOfDigits = "0#?";

/// The decimals, and the power of ten that a percent sign and commas behind the digits stand for.
void add_digits(std::string_view code, NumberFormat& format) {
    const std::size_t point = std::min(code.find('.'), code.size());
    const std::string_view whole = code.substr(0, point);
    const std::string_view fraction = code.substr(std::min(point + 1, code.size()));
    const auto places = std::min(fraction.find_first_not_of(kPlacesOfDigits), fraction.size());
    const auto fixed = fraction.substr(0, places).find_last_of('0') + 1;
    if (has(code, "0#")) {
        format.decimals = static_cast<int>(places);
        format.open_decimals = static_cast<int>(places - fixed);
    }
    const auto last = std::min(whole.find_last_of(kPlacesOfDigits), whole.size());
    format.is_grouped = whole.substr(0, last).find(',') != whole.npos;
    const auto commas_behind = [](std::string_view text) {
        return static_cast<int>(std::min(text.find_first_not_of(','), text.size()));
    };
    const int thousands = commas_behind(whole.substr(std::min(last + 1, whole.size()))) +
                          commas_behind(fraction.substr(places));
    format.shift = 2 * static_cast<int>(std::count(code.begin(), code.end(), '%')) - 3 * thousands;
}

NumberFormat format_of(const FormatSection& parts) {
    NumberFormat result;
    result.zero = parts.zero;
    result.before = parts.before;
    result.behind = parts.behind;
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
    const bool is_percent = has(parts.code, "%");
    // A slash among words, `0"/10"`, divides nothing.
    if (has(parts.code, "/") && !has(parts.literals, "/"))
        result.fraction = fraction_by_format(parts.label);
    result.has_plus = parts.label.starts_with('+');
    std::string_view words = parts.literals;
    if (parts.label.size() > 1 && (parts.label[1] == kZero || parts.label[1] == kDigit) &&
        words.starts_with('+'))
        words.remove_prefix(1);
    if (!has(parts.code, "e/")) {
        result.kind = Kind::Number;
        add_digits(parts.code, result);
        if (!is_percent && is_label(parts.label, result)) result.label = parts.label;
    }
    // What stands in the place of a number is no unit of it.
    if (has(parts.code, kPlacesOfDigits))
        result.unit = is_percent ? "%" : std::string(unicode::trimmed(words));
    return result;
}

/// Sections of which one at least says itself which numbers it is for.
NumberFormat chosen_of(const std::vector<FormatSection>& sections) {
    NumberFormat result;
    const std::vector<std::string> words = words_in(sections);
    for (std::size_t i = 0; i < sections.size(); ++i) {
        const FormatSection& section = sections[i];
        NumberFormat& choice = result.choices.emplace_back(format_of(section));
        choice.words.fill(words[i]);
        choice.is_hidden.fill(shows_nothing(section));
        const std::size_t bound =
            std::min(section.condition.find_first_not_of("<>="), section.condition.size());
        choice.relation = section.condition.substr(0, bound);
        choice.bound = parse_double(section.condition.substr(bound)).value_or(0);
    }
    return result;
}

bool is_for(double value, const NumberFormat& format) {
    const auto has_sign = [&](char sign) {
        return format.relation.find(sign) != std::string::npos;
    };
    const bool is_equal = value == format.bound;
    if (format.relation == "<>") return !is_equal;
    return format.relation.empty() || (has_sign('=') && is_equal) ||
           (has_sign('<') && value < format.bound) || (has_sign('>') && value > format.bound);
}

/// The format "General" shows ten digits at most, zeros in front of a small number not counted, and
/// all of a whole one.
int general_decimals(double value, int shift) {
    constexpr int kDigits = 10;
    if (value == 0) return 0;
    const double size = std::log10(std::abs(value)) + shift;
    const int before = static_cast<int>(std::floor(size)) + 1;
    constexpr int kSmall = -3;  // 0.0001
    return std::max(0, kDigits - (before < kSmall ? before : std::max(before, 1)));
}

void set_digits(std::string& text, char32_t zero) {
    if (zero == unicode::kAsciiZero) return;
    std::u32string digits = unicode::decode(text);
    for (char32_t& c : digits)
        if (c >= U'0' && c <= U'9') c += zero - U'0';
    text = unicode::encode(digits);
}

}  // namespace

NumberFormat parse_format(std::string_view format) {
    const std::vector<FormatSection> sections = sections_of(format);
    const auto has_condition = [](const FormatSection& section) {
        return !section.condition.empty();
    };
    if (std::any_of(sections.begin(), sections.end(), has_condition)) return chosen_of(sections);
    NumberFormat result = format_of(sections.front());
    if (result.kind >= Kind::Date) {
        result.shown_date = shown_by_format(format);
        result.shown_time = time_by_format(format);
    }
    result.words = words_of(sections);
    result.is_hidden = hidden_by(sections);
    return result;
}

NumberFormat builtin_format(int id) {
    const auto number = [](int decimals) { return NumberFormat{Kind::Number, decimals}; };
    const auto percent = [&](int decimals) {
        NumberFormat format = number(decimals);
        format.shift = 2;
        format.unit = format.behind = "%";
        return format;
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
        case 9: return percent(0);
        case 10: return percent(2);
        case 12: return parse_format("# ?/?");
        case 13: return parse_format("# ?\?/\??");
        case 17: return {Kind::Month};
        case 18: return parse_format("h:mm AM/PM");
        case 19: return parse_format("h:mm:ss AM/PM");
        case 20: return parse_format("h:mm");
        case 21:
        case 32:
        case 33: return parse_format("h:mm:ss");
        case 45: return parse_format("mm:ss");
        case 46: return parse_format("[h]:mm:ss");
        case 47: return parse_format("mm:ss.0");
        case 22: {
            NumberFormat format = {Kind::DateTime};
            format.shown_time = time_by_format("h:mm");
            return format;
        }
        default: break;
    }
    // Those of East Asia are dates, too.
    const bool is_date = (id >= 14 && id <= 16) || (id >= 27 && id <= 36) || (id >= 50 && id <= 58);
    return is_date ? NumberFormat{Kind::Date} : NumberFormat{};
}

void set_number(Cell& cell, double value, const NumberFormat& format, DateSystem system) {
    for (const NumberFormat& choice : format.choices)
        if (is_for(value, choice)) return set_number(cell, value, choice, system);
    const std::size_t sign = value > 0 ? 0 : value < 0 ? 1 : 2;
    if (format.is_hidden[sign]) return;
    const double day = std::floor(value);
    const double fraction = value - day;
    switch (format.kind) {
        case Kind::Time:
            cell.text = value >= 0 && value < 1e6 ? written_time(value, format.shown_time) : "";
            if (!cell.text.empty()) return set_digits(cell.text, format.zero);
            break;
        case Kind::Date:
        case Kind::Month:
        case Kind::DateTime: {
            const std::string date = date_of(day, system);
            if (date.empty()) break;
            set_date(cell, format.kind == Kind::Month ? date.substr(0, 7) : date,
                     format.shown_date);
            if (format.kind == Kind::DateTime && fraction > 0) {
                cell.type = CellType::Text;
                cell.text += " " + written_time(fraction, format.shown_time);
            }
            return;
        }
        case Kind::General:
        case Kind::Number: break;
    }
    const std::string& word = format.words[sign];
    if (!word.empty()) {
        cell.text = word;
        return;
    }
    if (format.fraction.largest > 0) {
        cell.text = written_fraction(value, format.fraction);
        if (!cell.text.empty()) return set_digits(cell.text, format.zero);
    }
    const bool is_open = format.kind == Kind::General && !format.decimals;
    const auto decimals = is_open ? general_decimals(value, format.shift) : format.decimals;
    cell.number = json_number(value, decimals, format.shift);
    for (int i = 0; i < (is_open ? *decimals : format.open_decimals) && cell.number.ends_with('0');
         ++i)
        cell.number.pop_back();
    if (cell.number.ends_with('.')) cell.number.pop_back();
    if (!format.label.empty() && !cell.number.empty()) {
        cell.text = labelled(format.label, cell.number);
        set_digits(cell.text, format.zero);
        cell.number.clear();
        cell.is_label = true;
        return;
    }
    cell.is_grouped = format.is_grouped;
    cell.before = format.before;
    cell.behind = format.behind;
    cell.type = cell.number.empty() ? CellType::Text : CellType::Number;
    cell.unit = format.unit;
    cell.text = cell.number.empty() ? fmt::format("{}", value) : cell.number;
    if (!cell.unit.empty()) cell.text += " " + cell.unit;
    if (format.has_plus && value > 0) cell.text.insert(0, "+");
    set_digits(cell.text, format.zero);
}

}  // namespace broadside::sheets
