#include "broadside/load/typed_figures.hpp"

#include <array>
#include <utility>

#include <fmt/format.h>

#include "broadside/base/whole_text.hpp"
#include "broadside/load/syntax/text_rules.hpp"
#include "broadside/unicode/ascii.hpp"
#include "broadside/unicode/characters.hpp"
#include "broadside/unicode/language_tag.hpp"
#include "broadside/unicode/numbers.hpp"
#include "broadside/unicode/utf8.hpp"

namespace broadside::load {

namespace {

using unicode::is_ascii_digit;

/// Digits of any decimal system as those of ASCII, and every space as one of them.
std::string plain_form(std::string_view text) {
    std::string plain;
    for (char32_t c : unicode::decode(text)) {
        if (unicode::is_digit(c)) c = U'0' + (c - unicode::zero_of(c));
        if (c == 0x66B || c == 0xFF0E) c = U'.';
        if (c == 0xFF0C) c = U',';
        if (c == 0xFF0B) c = U'+';
        if (c == 0xFF0D) c = U'-';
        if (c == 0x66C || c == 0x2019) c = U'\'';
        // Languages write it as they do: "%" is what datasets have.
        if (c == 0x66A || c == 0xFF05) c = U'%';
        if (unicode::is_space(c)) c = U' ';
        unicode::append_utf8(plain, c);
    }
    return plain;
}

struct Spelling {
    std::string_view written, meant;
};

constexpr Spelling kSpelledRelations[] = {
    {"<=", "<="}, {">=", ">="}, {"≤", "<="},   {"≥", ">="},       {"<", "<"},     {">", ">"},
    {"~", "~"},   {"≈", "~"},   {"ca. ", "~"}, {"approx. ", "~"}, {"env. ", "~"}, {"about ", "~"}};

std::string take_relation(std::string_view& text) {
    for (const auto& [written, meant] : kSpelledRelations) {
        if (!text.starts_with(written)) continue;
        text = unicode::trimmed(text.substr(written.size()));
        return std::string(meant);
    }
    return "";
}

/// ".5", as databases write it.
bool is_point_before_digits(std::string_view text) {
    return text.size() > 1 && (text[0] == '.' || text[0] == ',') && is_ascii_digit(text[1]);
}

bool take_minus(std::string_view& text) {
    if (text.empty()) return false;
    const unicode::Character first = unicode::character_at(text, 0);
    const std::string_view rest = text.substr(first.size);
    const bool is_minus = unicode::is_minus(first.code) && !rest.empty() &&
                          (is_ascii_digit(rest[0]) || is_point_before_digits(rest));
    if (is_minus) text.remove_prefix(first.size);
    return is_minus;
}

/// "89.-" and "89,–" have no cents, as Swiss prices are written; "89.--" too.
bool take_dash_of_amount(std::string_view& text) {
    for (const std::string_view dash : {".--", ",--", ".-", ",-", ".–", ",–", ".—", ",—"}) {
        if (!text.starts_with(dash)) continue;
        const std::string_view rest = text.substr(dash.size());
        if (!rest.empty() && rest[0] != ' ') continue;
        text = rest;
        return true;
    }
    return false;
}

/// "12,50-", as SAP writes what is less than zero; "2-" is a grade.
bool take_minus_behind(std::string_view digits, std::string_view& text) {
    if ((text != "-" && text != "−") || digits.find_first_of(".,") == digits.npos) return false;
    text = {};
    return true;
}

/// Digits and what separates them; spaces and apostrophes only before groups of three.
std::string take_digits(std::string_view& text) {
    std::string digits;
    std::size_t at = 0;
    if (is_point_before_digits(text)) digits += text[at++];
    const auto is_group = [&](std::size_t from) {
        const std::string_view three = text.substr(from, 3);
        return three.size() == 3 && unicode::are_ascii_digits(three) &&
               (from + 3 == text.size() || !is_ascii_digit(text[from + 3]));
    };
    bool may_part =
        true;  // by a space or an apostrophe: no group before has more than three digits
    std::size_t group = 0;  // digits since the last sign
    while (at < text.size()) {
        const char c = text[at];
        const bool has_next = at > 0 && at + 1 < text.size() && is_ascii_digit(text[at + 1]);
        if (is_ascii_digit(c)) {
            digits += c;
            may_part = may_part && ++group <= 3;
        } else if ((c == '.' || c == ',') && has_next) {
            digits += c;
            may_part = false;
        } else if ((c == ' ' || c == '\'') && has_next && may_part && is_group(at + 1)) {
            group = 0;
        } else {
            break;
        }
        ++at;
    }
    text.remove_prefix(at);
    return digits;
}

/// A short word without digits: "kg", "US$", "m²". What stands above the line at once is a power,
/// or the mark of a note.
bool is_unit(std::string_view text) {
    constexpr std::size_t kLongest = 12;
    if (unicode::plain_of_superscript(unicode::character_at(text, 0).code) != '\0') return false;
    if (text.size() > kLongest || text.find_first_of("0123456789 ,;:()[]/*\n-") != text.npos)
        return false;
    return unicode::decode(text).size() <= 6;
}

bool has_leading_zero(std::string_view digits) {
    return digits.size() > 1 && digits[0] == '0' && is_ascii_digit(digits[1]);
}

std::string take_prefix(std::string_view& text) {
    const std::size_t digit = text.find_first_of("0123456789");
    if (digit == text.npos || digit == 0) return "";
    std::string_view before = text.substr(0, digit);
    if (digit > 1 && is_point_before_digits(text.substr(digit - 1))) before.remove_suffix(1);
    const char32_t last = unicode::code_point_before(before, before.size());
    // The minus stays with its digits.
    if (unicode::is_minus(last)) before.remove_suffix(last < 0x80 ? 1 : 3);
    const std::string_view sign = unicode::trimmed(before);
    // Turkish writes the per cent in front.
    if (!sign.empty() && sign != "%" && !unicode::is_currency_sign(sign)) return "";
    text.remove_prefix(before.size());
    return std::string(sign);
}

}  // namespace

std::optional<TypedFigure> figure_of(std::string_view written) {
    constexpr std::size_t kLongest = 60;
    if (written.empty() || written.size() > kLongest) return std::nullopt;
    const std::string plain = plain_form(written);
    std::string_view text = unicode::trimmed(plain);
    if (text.starts_with('(') && text.ends_with(')')) {
        auto inside = figure_of(text.substr(1, text.size() - 2));
        const bool is_amount = inside && !inside->is_unusual && !inside->has_plus &&
                               inside->to.empty() && inside->relation.empty() &&
                               inside->digits[0] != '-';
        if (!is_amount) return std::nullopt;
        inside->digits.insert(0, "-");
        inside->is_unusual = true;
        return inside;
    }
    TypedFigure figure;
    figure.relation = take_relation(text);
    figure.unit = take_prefix(text);
    figure.has_plus = text.size() > 1 && text[0] == '+' && is_ascii_digit(text[1]);
    if (figure.has_plus) text.remove_prefix(1);
    if (take_minus(text)) figure.digits = "-";
    const bool begins_with_point = is_point_before_digits(text);
    const std::string digits = (begins_with_point ? "0" : "") + take_digits(text);
    if (digits.empty() || has_leading_zero(digits)) return std::nullopt;
    figure.digits += digits;
    const bool is_amount = take_dash_of_amount(text);
    const bool is_below = !is_amount && take_minus_behind(digits, text);
    if (is_below) figure.digits.insert(0, "-");
    figure.is_unusual = begins_with_point || is_amount || is_below;
    figure.has_dash = is_amount;
    text = unicode::trimmed(text);
    for (const std::string_view dash : {"–", "-", "—", "…"}) {
        if (!text.starts_with(dash)) continue;
        std::string_view rest = unicode::trimmed(text.substr(dash.size()));
        figure.to = take_digits(rest);
        if (figure.to.empty() || has_leading_zero(figure.to)) return std::nullopt;
        text = unicode::trimmed(rest);
        break;
    }
    if (text.empty()) return figure;
    if (!figure.unit.empty() || !is_unit(text)) return std::nullopt;
    figure.unit = text;
    return figure;
}

void add_evidence(const TypedFigure& figure, DecimalEvidence& evidence) {
    for (const std::string_view digits :
         {std::string_view(figure.digits), std::string_view(figure.to)}) {
        const std::size_t last = digits.find_last_of(".,");
        if (last == digits.npos) {
            evidence.wholes += digits.empty() ? 0 : 1;
            continue;
        }
        const char sign = digits[last];
        const bool is_repeated = digits.find(sign) != last;
        const bool has_other = digits.find(sign == '.' ? ',' : '.') != digits.npos;
        const std::size_t behind = digits.size() - last - 1;
        const std::size_t before = last - (digits.front() == '-' ? 1 : 0);
        std::size_t& same = sign == '.' ? evidence.points : evidence.commas;
        std::size_t& other = sign == '.' ? evidence.commas : evidence.points;
        if (is_repeated) {
            ++other;
        } else if (has_other || behind != 3 || before > 3 ||
                   (before == 1 && digits[last - 1] == '0')) {
            ++same;
        } else {
            ++(sign == '.' ? evidence.threes_at_points : evidence.threes_at_commas);
        }
    }
}

DecimalSign decimal_sign(const DecimalEvidence& column, DecimalSign usual) {
    if (column.points != column.commas) return {column.points > column.commas ? '.' : ','};
    const std::size_t threes = column.threes_at_points + column.threes_at_commas;
    const bool are_alike = column.threes_at_points == 0 || column.threes_at_commas == 0;
    if (are_alike && !usual.is_doubtful) return usual;
    const bool is_told = threes > 0 && are_alike && column.points == 0 && !column.has_decimals &&
                         threes + column.wholes > 1;
    const char at = column.threes_at_points > 0 ? '.' : ',';
    if (is_told) return {at == '.' ? ',' : '.', at == usual.sign};
    return {usual.sign, threes > 0 && (!are_alike || at == usual.sign)};
}

bool has_threes(const TypedFigure& figure) {
    DecimalEvidence evidence;
    add_evidence(figure, evidence);
    return evidence.threes_at_points + evidence.threes_at_commas > 0;
}

std::optional<std::string> number_of(std::string_view digits, char decimal) {
    const char group = decimal == '.' ? ',' : '.';
    std::string number;
    std::size_t since_group = 0;
    bool has_group = false, has_decimal = false;
    for (const char c : digits) {
        if (c == group) {
            if (has_decimal || (has_group && since_group != 3) || since_group > 3 ||
                since_group == 0)
                return std::nullopt;
            has_group = true;
            since_group = 0;
        } else if (c == decimal) {
            if (has_decimal || (has_group && since_group != 3)) return std::nullopt;
            has_decimal = true;
            number += '.';
        } else {
            number += c;
            if (c != '-' && !has_decimal) ++since_group;
        }
    }
    if (has_group && since_group != 3) return std::nullopt;
    return number;
}

namespace {

struct DateParts {
    std::array<std::string_view, 3> parts;
    char separator = '\0';
};

std::optional<DateParts> parts_of(std::string_view text) {
    for (const char separator : {'-', '.', '/'}) {
        const std::size_t first = text.find(separator);
        if (first == text.npos) continue;
        const std::size_t second = text.find(separator, first + 1);
        if (second == text.npos) return std::nullopt;
        DateParts parts{{text.substr(0, first), text.substr(first + 1, second - first - 1),
                         text.substr(second + 1)},
                        separator};
        for (std::string_view& part : parts.parts) {
            part = unicode::trimmed(part);
            if (part.size() > 4 || !unicode::are_ascii_digits(part)) return std::nullopt;
        }
        return parts;
    }
    return std::nullopt;
}

/// With ASCII digits; "2025年10月3日" and "2025년 10월 3일" with hyphens.
std::string plain_date(std::string_view text) {
    constexpr std::size_t kLongest = 40;
    if (text.size() > kLongest) return {};
    std::string plain = plain_form(text);
    for (const auto& [year, month, day] :
         {std::array<std::string_view, 3>{"年", "月", "日"}, {"년", "월", "일"}}) {
        if (plain.find(year) == std::string::npos || !plain.ends_with(day)) continue;
        plain.resize(plain.size() - day.size());
        for (const std::string_view sign : {year, month})
            if (const std::size_t at = plain.find(sign); at != std::string::npos)
                plain.replace(at, sign.size(), "-");
    }
    return plain;
}

int value_of(std::string_view digits) { return whole_text_as<int>(digits).value_or(0); }

}  // namespace

DateOrder order_of(const std::vector<std::string_view>& dates, std::string_view language) {
    bool has_day_first = false, has_month_first = false;
    for (const std::string_view date : dates) {
        const auto parts = parts_of(date);
        if (!parts || parts->separator != '/' || parts->parts[2].size() != 4) continue;
        has_day_first = has_day_first || value_of(parts->parts[0]) > 12;
        has_month_first = has_month_first || value_of(parts->parts[1]) > 12;
    }
    if (has_day_first != has_month_first)
        return has_day_first ? DateOrder::DayFirst : DateOrder::MonthFirst;
    // In English, both are usual.
    const bool is_known = !has_day_first && unicode::primary_language(language) != "en";
    return is_known ? DateOrder::DayFirst : DateOrder::Unknown;
}

std::optional<std::string> date_of(std::string_view text, DateOrder order) {
    if (text.size() == 7 && is_date(text)) return std::string(text);
    const std::string plain = plain_date(text);
    const auto found = parts_of(plain);
    if (!found) return std::nullopt;
    const auto& [parts, separator] = *found;
    std::array<int, 3> values = {value_of(parts[0]), value_of(parts[1]), value_of(parts[2])};
    if (parts[0].size() != 4) {
        if (parts[2].size() != 4 || (separator == '/' && order == DateOrder::Unknown))
            return std::nullopt;
        std::swap(values[0], values[2]);
        if (separator == '/' && order == DateOrder::MonthFirst) std::swap(values[1], values[2]);
    }
    std::string date = fmt::format("{:04}-{:02}-{:02}", values[0], values[1], values[2]);
    return is_date(date) ? std::optional(std::move(date)) : std::nullopt;
}

}  // namespace broadside::load
