#include "broadside/sheets/shown_number.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <optional>
#include <utility>
#include <vector>

#include "broadside/sheets/number_format.hpp"
#include "broadside/sheets/number_labels.hpp"
#include "broadside/sheets/sheet_builder.hpp"
#include "broadside/unicode/ascii.hpp"
#include "broadside/unicode/characters.hpp"
#include "broadside/unicode/numbers.hpp"
#include "broadside/unicode/utf8.hpp"

namespace broadside::sheets {

namespace {

/// The sign that people know a currency by; else its code.
std::string sign_of(std::string_view code) {
    constexpr std::pair<std::string_view, std::string_view> kSigns[] = {
        {"EUR", "€"}, {"USD", "$"}, {"GBP", "£"}, {"JPY", "¥"},
        {"INR", "₹"}, {"KRW", "₩"}, {"ILS", "₪"}, {"UAH", "₴"}};
    for (const auto& [known, sign] : kSigns) {
        if (known == code) return std::string(sign);
    }
    return std::string(code);
}

constexpr std::string_view kDigits = "0123456789";

/// How many digits a shown number has behind its decimal sign.
std::optional<int> shown_decimals(std::string_view number, double value) {
    const std::size_t sign = number.find_last_not_of(kDigits);
    if (number.empty()) return std::nullopt;
    if (sign == number.npos || (number[sign] != '.' && number[sign] != ',')) return 0;
    const auto digits = static_cast<int>(number.size() - sign - 1);
    const bool is_group =
        digits == 3 &&
        value == static_cast<double>(static_cast<long long>(std::clamp(value, -1e15, 1e15)));
    return is_group ? 0 : digits;
}

/// Whether other signs than the decimal one stand between the digits.
bool has_groups(std::string_view number) {
    const std::size_t sign = number.find_first_not_of(kDigits, 1);
    return sign < number.size() && number.size() - 1 - sign >= 3;
}

/// A text's number, from its first digit or the decimal sign before it to its last, and what stands
/// around that.
struct ShownNumber {
    std::string_view before, number, behind;
};

ShownNumber number_in(std::string_view text) {
    constexpr std::string_view kSeparators[] = {".", ",", "'", "’", " ", "\u00A0", "\u202F"};
    std::size_t begin = std::min(text.find_first_of(kDigits), text.size());
    if (begin > 0 && (text[begin - 1] == '.' || text[begin - 1] == ',')) --begin;  // ".50"
    const std::string_view before = text.substr(0, begin);
    text.remove_prefix(begin);
    std::size_t end = std::min(text.find_first_not_of(kDigits, 1), text.size());
    const auto is_digit = [&](std::size_t at) {
        return at < text.size() && unicode::is_ascii_digit(text[at]);
    };
    const auto separator_at = [&](std::size_t at) {
        return std::find_if(std::begin(kSeparators), std::end(kSeparators), [&](auto separator) {
            return text.substr(at).starts_with(separator) && is_digit(at + separator.size());
        });
    };
    for (auto separator = separator_at(end); separator != std::end(kSeparators);
         separator = separator_at(end))
        end = std::min(text.find_first_not_of(kDigits, end + separator->size()), text.size());
    return {before, text.substr(0, end), text.substr(end)};
}

/// Without zeros in front.
std::string digits_in(std::string_view text) {
    std::string digits;
    for (const char c : text)
        if (unicode::is_ascii_digit(c) && (c != '0' || !digits.empty())) digits += c;
    return digits;
}

/// Signs of money and words: what a number is counted in.
bool is_shown_unit(std::string_view text) {
    constexpr std::size_t kLongest = 20;
    const std::u32string letters = unicode::decode(text);
    return text.size() <= kLongest && text.find_first_of("()/") != 0 &&
           (text == "%" || unicode::is_currency_sign(text) ||
            std::any_of(letters.begin(), letters.end(), unicode::is_letter));
}

/// The format that shows a number with these digits: of itself, or of its thousands or millions,
/// which `display-factor` stands for. The words behind are its unit then.
void add_shown(const ShownNumber& shown, double value, NumberFormat& format) {
    std::vector<NumberFormat> found;
    const std::string_view unit = unicode::trimmed(shown.behind);
    for (int thousands = 0; thousands < 4 && is_shown_unit(unit); ++thousands) {
        NumberFormat same = format;
        same.shift -= 3 * thousands;
        same.unit = unit;
        same.decimals = shown_decimals(shown.number, value * std::pow(10, same.shift));
        if (digits_in(json_number(value, same.decimals, same.shift)) == digits_in(shown.number))
            found.push_back(std::move(same));
        if (thousands == 0 && !found.empty()) break;
    }
    // "1,234 M" may be 1.234 M and 1234 K.
    if (found.size() == 1)
        format = std::move(found.front());
    else
        format.decimals = shown_decimals(shown.number, value * std::pow(10, format.shift));
}

/// The zero of the digits that a text has.
char32_t zero_in(std::string_view text) {
    const std::u32string characters = unicode::decode(text);
    const auto digit = std::find_if(characters.begin(), characters.end(), unicode::is_digit);
    return digit == characters.end() ? unicode::kAsciiZero : unicode::zero_of(*digit);
}

std::string with_ascii_digits(std::string_view text) {
    std::u32string characters = unicode::decode(text);
    for (char32_t& c : characters) {
        if (unicode::is_digit(c)) c = U'0' + (c - unicode::zero_of(c));
        if (c == U'\u066B') c = U'.';
        if (c == U'\u066C') c = U',';
    }
    return unicode::encode(characters);
}

/// "1 1/3".
bool is_fraction_shown(std::string_view text) {
    const std::size_t slash = text.find('/');
    return slash != text.npos && slash > 0 && slash + 1 < text.size() &&
           unicode::is_ascii_digit(text[slash - 1]) && unicode::is_ascii_digit(text[slash + 1]);
}

/// More decimals than anybody asks for: a column was wide enough for them. The file's text may also
/// have others than its number.
bool is_general_shown(const ShownNumber& shown, double value, const NumberFormat& format) {
    constexpr int kMany = 6;
    constexpr std::size_t kMostDigits = 10;
    if (format.decimals.value_or(0) <= kMany) return false;
    const std::string digits = digits_in(shown.number);
    return digits.size() > kMostDigits ||
           digits_in(json_number(value, format.decimals, format.shift)) != digits;
}

/// Whether the shown text has words or zeros before its digits that no quantity has.
bool is_label_shown(std::string_view text, const NumberFormat& format) {
    const std::size_t first = text.find_first_of(kDigits);
    if (first == text.npos) return false;
    const std::string_view digits = text.substr(first);
    const bool has_zero =
        digits.size() > 1 && digits[0] == '0' && kDigits.find(digits[1]) != kDigits.npos;
    std::string before(text.substr(0, first));
    before.resize(before.find_last_not_of("-(.,") + 1);
    if (before.ends_with("−")) before.resize(before.size() - std::string_view("−").size());
    return has_zero || is_label_before(before, format);
}

}  // namespace

void set_shown_number(Cell& cell, double value, const ShownAs& shown_as) {
    const std::string_view text = shown_as.text;
    NumberFormat format{NumberFormat::Kind::Number};
    const bool is_percent = shown_as.kind == ShownAs::Kind::Percent;
    format.zero = zero_in(text);
    format.has_plus = text.starts_with('+');
    format.unit = is_percent ? "%" : sign_of(shown_as.currency);
    format.shift = is_percent ? 2 : 0;
    const std::string digits = with_ascii_digits(text);
    const ShownNumber shown = number_in(digits);
    format.is_grouped = has_groups(shown.number);
    format.before = shown.before;
    format.behind = shown.behind;
    std::erase_if(format.before, [](char c) { return c == '-' || c == '+' || c == '('; });
    std::erase(format.behind, ')');
    if (const std::size_t minus = format.before.find("−"); minus != std::string::npos)
        format.before.erase(minus, std::string_view("−").size());
    add_shown(shown, value, format);
    if (is_general_shown(shown, value, format)) {
        format.kind = NumberFormat::Kind::General;
        format.decimals = std::nullopt;
    }
    if (shown_as.kind == ShownAs::Kind::Figure && is_label_shown(digits, format)) {
        cell.text = clean_text(text);
        cell.is_label = true;
        return;
    }
    // Words in place of a number; a dash may be a zero.
    if (is_fraction_shown(digits) ||
        (shown.number.empty() && !unicode::says_nothing(text) && !stands_for_zero(text))) {
        cell.text = clean_text(text);
        return;
    }
    set_number(cell, value, format, DateSystem::Since1900);
}

}  // namespace broadside::sheets
