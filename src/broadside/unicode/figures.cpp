#include "broadside/unicode/figures.hpp"

#include <glib.h>

#include <algorithm>

#include "broadside/unicode/ascii.hpp"
#include "broadside/unicode/characters.hpp"
#include "broadside/unicode/numbers.hpp"
#include "broadside/unicode/utf8.hpp"

namespace broadside::unicode {

namespace {

constexpr std::u32string_view kTimeSigns = U":h";
constexpr std::u32string_view kLongJoints = U"\u2014\uFF5E";  // of a range, as a dash

// A unit of a few words: more of them are a sentence that begins with a number.
constexpr std::size_t kLongestUnit = 16;
constexpr std::size_t kLongestAbbreviation = 4;  // "max."

/// Of currencies, before the number, where they are neither a code nor have a sign, and no word, as
/// "Fr" for Friday.
constexpr std::u32string_view kCurrencyLetters[] = {
    U"Bs", U"DH", U"Dh",  U"Dhs", U"Ft",  U"KSh", U"Ksh", U"K\u010D", U"R",  U"RM",
    U"Rp", U"Rs", U"SFr", U"TSh", U"Tsh", U"Tk",  U"USh", U"Ush",     U"kr", U"z\u0142"};

bool is_one_of(char32_t c, std::u32string_view characters) {
    return characters.find(c) != std::u32string_view::npos;
}

/// "½".
bool is_fraction(char32_t c) { return is_one_of(c, U"¼½¾⅐⅑⅒⅓⅔⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞"); }

bool begins_number(char32_t c) { return is_digit(c) || is_fraction(c); }

/// Between digits: decimal or grouping.
bool is_sign(char32_t c) { return is_one_of(c, U".,'\u2019\u066B\u066C"); }

bool is_relation(char32_t c) { return is_one_of(c, U"<>=~±≈≤≥≲≳∼⩽⩾()"); }

bool is_range_sign(char32_t c) { return is_minus(c) || is_one_of(c, kLongJoints); }

bool is_ratio_sign(char32_t c) { return is_one_of(c, U":\u2236\uFF1A"); }

/// Between the ends of a range, a number and its tolerance, a factor and a power.
bool joins_numbers(char32_t c) { return is_range_sign(c) || is_one_of(c, U"±×·~…"); }

class FigureReader {
public:
    explicit FigureReader(std::string_view text) : characters_(characters_of(text)) {}

    std::optional<Figure> read() {
        if (!pass_prefix()) return std::nullopt;
        if (std::optional<Figure> time = pass_times()) return time;
        std::optional<Figure> figure = pass_number();
        if (!figure || !pass_second_number(*figure) || !ends_with_unit()) return std::nullopt;
        figure->counts_units = leads_to_unit();
        return figure;
    }

private:
    char32_t code(std::size_t at) const {
        return at < characters_.size() ? characters_[at].code : 0;
    }

    void pass_spaces() { at_ = end_of(at_, is_space); }

    std::size_t end_of_character(std::size_t at) const {
        return characters_[at].begin + characters_[at].size;
    }

    std::size_t end_of(std::size_t from, bool (*belongs)(char32_t)) const {
        while (belongs(code(from))) ++from;
        return from;
    }

    bool pass_prefix() {
        while (at_ < characters_.size() && !begins_number(code(at_))) {
            const char32_t c = code(at_);
            if (is_decimal_sign(c) && is_digit(code(at_ + 1))) return true;
            if (g_unichar_isalpha(c)) {
                if (!pass_abbreviation()) return false;
            } else if (is_space(c) || is_direction_control(c) || is_minus(c) || c == '+' ||
                       c == '%' || c == 0x66A || is_relation(c) || is_currency(c)) {
                ++at_;
            } else {
                return false;
            }
        }
        return at_ < characters_.size();
    }

    /// "ca.", "US$", "CHF" or "kr".
    bool pass_abbreviation() {
        const std::size_t begin = at_;
        at_ = end_of(at_, [](char32_t c) { return g_unichar_isalpha(c) != 0; });
        const std::size_t size = at_ - begin;
        if (size <= kLongestAbbreviation && (code(at_) == '.' || is_currency(code(at_)))) {
            ++at_;
            return true;
        }
        const auto is_code = [](const Character& c) { return c.code >= 'A' && c.code <= 'Z'; };
        const auto first = characters_.begin() + static_cast<std::ptrdiff_t>(begin);
        std::u32string letters;
        for (std::size_t i = begin; i < at_; ++i) letters += code(i);
        const bool is_currency_code = size == 3 && std::all_of(first, first + 3, is_code);
        // "PSF-2.0" is a name; with a minus sign it is an amount.
        const bool is_currency = std::find(std::begin(kCurrencyLetters), std::end(kCurrencyLetters),
                                           letters) != std::end(kCurrencyLetters);
        return (is_currency_code || is_currency) && code(at_) != U'-';
    }

    /// The sign before more digits: a space only where a group of three follows it.
    char32_t sign_at(std::size_t at) const {
        const char32_t c = code(at);
        if (is_sign(c) && is_digit(code(at + 1))) return c;
        return is_space(c) && end_of(at + 1, is_digit) == at + 4 ? U' ' : 0;
    }

    std::optional<Figure> pass_number() {
        Figure figure;
        const bool begins_with_zero = g_unichar_digit_value(code(at_)) == 0;
        std::vector<std::size_t> groups;  // their sizes; the first has none in ".5"
        std::u32string signs;             // between them
        while (!is_fraction(code(at_))) {
            const std::size_t end = end_of(at_, is_digit);
            groups.push_back(end - at_);
            at_ = end;
            const char32_t sign = sign_at(at_);
            if (sign == 0) break;
            signs += sign;
            figure.last_sign = characters_[at_++].begin;
        }
        if (is_fraction(code(at_)) && signs.empty()) ++at_;
        figure.end = end_of_character(at_ - 1);
        if (begins_with_zero && groups.front() > 1) return std::nullopt;
        if (signs.empty()) return figure;
        figure.sign = signs.back();
        const auto means = meaning_of(groups, signs, begins_with_zero);
        if (!means) return std::nullopt;
        figure.means = *means;
        return figure;
    }

    /// Of the last sign; none where the signs before it do not part groups of digits.
    static std::optional<Sign> meaning_of(const std::vector<std::size_t>& groups,
                                          const std::u32string& signs, bool begins_with_zero) {
        const char32_t sign = signs.back();
        const std::u32string before = signs.substr(0, signs.size() - 1);
        const bool begins_group = groups.front() >= 1 && groups.front() <= 3 && !begins_with_zero;
        const bool has_groups =
            before.empty() ||
            (begins_group && before.find_first_not_of(before.front()) == before.npos &&
             std::all_of(groups.begin() + 1, groups.end() - 1,
                         [](std::size_t size) { return size == 2 || size == 3; }));
        if (!has_groups) return std::nullopt;
        if (!is_decimal_sign(sign) || (!before.empty() && before.back() == sign))
            return begins_group && groups.back() == 3 ? std::optional(Sign::Grouping)
                                                      : std::nullopt;
        const bool is_decimal =
            !before.empty() || sign == 0x66B || groups.back() != 3 || !begins_group;
        return is_decimal ? Sign::Decimal : Sign::Either;
    }

    /// "9:50", "09:50 a.m.", "9.50 am" or "9h50": hours, and minutes behind their sign; "9–17:30"
    /// or "9 a.m.–5 p.m." are hours from which to which something is open.
    std::optional<Figure> pass_times() {
        const std::size_t begin = at_;
        std::optional<Figure> time = pass_time();
        if (time &&
            ((time->sign != 0 && ends_with_unit()) || (pass_joint(*time) && ends_with_unit()))) {
            time->counts_units = leads_to_unit();
            return time;
        }
        at_ = begin;
        return std::nullopt;
    }

    /// Without minutes it has no sign.
    std::optional<Figure> pass_time() {
        const std::size_t hours = at_, end = end_of(at_, is_digit);
        if (end == hours || end - hours > 2) return std::nullopt;
        std::size_t sign = at_ = end;
        sign = end_of(sign, is_space);
        std::size_t minutes = sign + 1;
        if (code(sign) == 'h')
            minutes = end_of(minutes, is_space);
        else if (sign != end)
            sign = end;
        Figure time;
        time.end = end_of_character(end - 1);
        if (end_of(minutes, is_digit) != minutes + 2) return time;
        // Not 74.25 pm, which are picometres.
        const auto value = [this](std::size_t at) { return g_unichar_digit_value(code(at)); };
        const bool is_of_half_day =
            (end - hours == 1 || 10 * value(hours) + value(hours + 1) <= 12) && value(minutes) < 6;
        const bool has_point =
            code(sign) == '.' && is_of_half_day && leads_to_half_day(minutes + 2);
        if (!has_point && !is_one_of(code(sign), kTimeSigns)) return time;
        at_ = minutes + 2;
        time.end = end_of_character(at_ - 1);
        time.last_sign = characters_[end].begin;
        time.sign = has_point ? kTimeSigns.front() : code(sign);
        time.means = Sign::Decimal;
        return time;
    }

    /// Of two times, of which one at least has minutes, or the first such a word.
    bool pass_joint(Figure& first) {
        const bool has_word = pass_hour_word();
        pass_spaces();
        const std::size_t joint = at_++;
        pass_spaces();
        if (!is_range_sign(code(joint))) return false;
        const std::optional<Figure> second = pass_time();
        if (!second || (first.sign == 0 && second->sign == 0 && !has_word)) return false;
        if (first.sign == 0) first.sign = kTimeSigns.front();
        first.means = Sign::None;
        first.joint_end = end_of_character(joint);
        return true;
    }

    /// Behind "am" or "p. m.", and spaces before it; `at`: there is none.
    std::size_t end_of_half_day(std::size_t at) const {
        std::size_t end = at;
        end = end_of(end, is_space);
        if (!is_one_of(code(end), U"aApP")) return at;
        if (code(++end) == '.') ++end;
        end = end_of(end, is_space);
        if (!is_one_of(code(end), U"mM")) return at;
        if (code(++end) == '.') ++end;
        return g_unichar_isalpha(code(end)) ? at : end;
    }

    /// Behind a time, itself or behind the end of a range: "6.30–8 pm".
    bool leads_to_half_day(std::size_t at) const {
        if (end_of_half_day(at) != at) return true;
        at = end_of(at, is_space);
        if (!is_range_sign(code(at))) return false;
        at = end_of(at + 1, is_space);
        at = end_of(at, is_digit);
        if (code(at) == '.') at = end_of(at + 1, is_digit);
        return end_of_half_day(at) != at;
    }

    /// "am", "p. m." or, where no minutes follow, "h".
    bool pass_hour_word() {
        const std::size_t begin = at_, end = end_of_half_day(at_);
        at_ = end;
        if (end != begin) return true;
        pass_spaces();
        if (code(at_) == 'h') {
            ++at_;
            return true;
        }
        at_ = begin;
        return false;
    }

    /// The end of a range takes the place of its beginning; what follows another sign is no figure
    /// of its own.
    bool pass_second_number(Figure& figure) {
        const std::size_t number = at_;
        pass_spaces();
        const std::size_t sign = at_++;
        const char32_t joint = code(sign);
        pass_spaces();
        if (is_minus(code(at_)) || code(at_) == '+') ++at_;
        // Without spaces it would be a slip in a time.
        const bool is_ratio = is_ratio_sign(joint) && sign > number;
        if ((!joins_numbers(joint) && !is_ratio) || !begins_number(code(at_))) {
            at_ = number;
            return true;
        }
        const std::size_t joint_end = end_of_character(sign);
        const std::optional<Figure> second = pass_number();
        const bool is_range = !is_ratio && !is_one_of(joint, U"±×·");
        if (second && is_range) figure = *second;
        // Powers, "1.5 × 10⁶", are numbers.
        const bool is_power =
            code(at_) == U'\u207B' || g_unichar_type(code(at_)) == G_UNICODE_OTHER_NUMBER;
        figure.is_product = is_ratio || (joint == U'×' && !is_power);
        if (is_range || figure.is_product) figure.joint_end = joint_end;
        return second.has_value();
    }

    /// A word of more than the "h" that hours have, too.
    bool leads_to_unit() const {
        const std::size_t begin = end_of(at_, is_space);
        return end_of_half_day(at_) == at_ &&
               end_of(begin, [](char32_t c) { return g_unichar_isalpha(c) != 0; }) > begin + 1;
    }

    bool ends_with_unit() const {
        if (characters_.size() - at_ > kLongestUnit) return false;
        return std::none_of(
            characters_.begin() + static_cast<std::ptrdiff_t>(at_), characters_.end(),
            [](const Character& c) { return is_digit(c.code) || is_line_end(c.code); });
    }

    Characters characters_;
    std::size_t at_ = 0;
};

}  // namespace

bool is_time(const Figure& figure) { return is_one_of(figure.sign, kTimeSigns); }

bool is_version(std::string_view text) {
    constexpr std::size_t kThousands = 3;  // digits
    std::size_t numbers = 0, digits = 0;
    bool has_thousands = true;
    for (std::size_t i = 0; i <= text.size(); ++i) {
        if (i < text.size() && is_ascii_digit(text[i])) {
            ++digits;
            continue;
        }
        if (digits == 0 || (i < text.size() && text[i] != '.')) return false;
        has_thousands =
            has_thousands && (numbers == 0 ? digits <= kThousands : digits == kThousands);
        ++numbers;
        digits = 0;
    }
    return numbers > 2 && !has_thousands;
}

std::optional<Figure> find_figure(std::string_view text) { return FigureReader(text).read(); }

bool is_behind_count(const Characters& characters, std::size_t at) {
    constexpr std::size_t kLongest = 7, kLongestMonth = 12;  // letters: "minutes"
    if (at == 0 || !is_space(characters[at].code)) return false;
    const auto count_from = [&](std::size_t from, std::ptrdiff_t step, auto is_counted) {
        std::size_t count = 0;
        for (; from < characters.size() && is_counted(characters[from].code);
             from += static_cast<std::size_t>(step))
            ++count;
        return count;
    };
    const bool is_ordinal = at > 1 && characters[at - 1].code == '.';
    const std::size_t digits =
        count_from(at - (is_ordinal ? 2 : 1), -1, [](char32_t c) { return is_digit(c); });
    const std::size_t letters = count_from(
        at + 1, 1, [](char32_t c) { return g_unichar_isalpha(c) || g_unichar_ismark(c); });
    const bool is_day = digits > 0 && digits < 3 && letters <= kLongestMonth;
    return letters > 0 && (is_day || (digits > 0 && !is_ordinal && letters <= kLongest));
}

FigureAxes::FigureAxes(const std::vector<Figure>& figures, char32_t decimal) : decimal_(decimal) {
    std::size_t times = 0, hours = 0, bare = 0;
    for (const Figure& figure : figures) {
        const bool is_range = figure.joint_end > 0 && !figure.is_product;
        bare += is_time(figure) || (is_range && !figure.counts_units);
        if (!is_time(figure)) continue;
        ++times;
        hours += is_range;
        have_bare_times_ = have_bare_times_ && !figure.counts_units;
    }
    have_bare_times_ = have_bare_times_ && bare > 0 && 2 * bare >= figures.size();
    // A time among numbers is one of the words there.
    have_hours_ = hours > 0 && 2 * times >= figures.size();
    const auto products = std::count_if(figures.begin(), figures.end(),
                                        [](const Figure& figure) { return figure.is_product; });
    have_products_ = products > 0 && 2 * static_cast<std::size_t>(products) >= figures.size();
    are_times_ =
        have_hours_ ||
        (times > 0 && std::all_of(figures.begin(), figures.end(), [this](const Figure& figure) {
             return is_time(figure) || is_duration(figure);
         }));
    const auto has = [&figures](Sign means, char32_t sign) {
        return std::any_of(figures.begin(), figures.end(), [=](const Figure& figure) {
            return figure.means == means && figure.sign == sign;
        });
    };
    for (const char32_t sign : {U'.', U','}) {
        const char32_t other = sign == '.' ? U',' : U'.';
        if (has(Sign::Decimal, sign) && !has(Sign::Decimal, other)) decimal_ = sign;
        if (has(Sign::Grouping, sign) && !has(Sign::Grouping, other)) decimal_ = other;
    }
}

bool FigureAxes::is_decimal(const Figure& figure) const {
    return figure.means == Sign::Decimal ||
           (figure.means == Sign::Either && figure.sign == decimal_);
}

bool FigureAxes::is_duration(const Figure& figure) const {
    return have_bare_times_ && !is_time(figure) && figure.counts_units;
}

std::optional<std::size_t> FigureAxes::of(const Figure& figure) const {
    if (is_duration(figure)) return std::nullopt;
    if (have_hours_ && figure.joint_end > 0) return figure.joint_end;
    if (have_hours_) return is_time(figure) ? std::optional(figure.end) : std::nullopt;
    if (have_products_ && figure.is_product) return figure.joint_end;
    return is_decimal(figure) ? figure.last_sign : figure.end;
}

}  // namespace broadside::unicode
