#include "broadside/sheets/number_labels.hpp"

#include <algorithm>

#include "broadside/unicode/characters.hpp"
#include "broadside/unicode/numbers.hpp"
#include "broadside/unicode/utf8.hpp"

namespace broadside::sheets {

bool stands_for_zero(std::string_view text) {
    std::u32string characters = unicode::decode(text);
    std::erase_if(characters,
                  [](char32_t c) { return unicode::is_currency(c) || unicode::is_space(c); });
    return unicode::is_dash(unicode::encode(characters));
}

bool is_label_before(std::string_view words, const NumberFormat& format) {
    words = unicode::trimmed(words);
    if (words.empty() || unicode::is_currency_sign(words)) return false;
    // "kr" and "EUR" before what is written as an amount.
    constexpr std::size_t kLongestCode = 3;
    const std::u32string letters = unicode::decode(words);
    const bool is_code = letters.size() <= kLongestCode &&
                         std::all_of(letters.begin(), letters.end(), unicode::is_letter);
    return !is_code || !(format.is_grouped || format.decimals.value_or(0) > 0);
}

bool is_label(std::string_view label, const NumberFormat& format) {
    constexpr char kPlaces[] = {kZero, kDigit};
    const std::string_view places(kPlaces, std::size(kPlaces));
    const std::size_t first = label.find_first_of(places);
    if (first == label.npos || label.find(kPoint) < first) return false;
    std::string before(label.substr(0, first));
    std::erase_if(before, [](char c) { return c == '-' || c == '+' || c == '('; });
    if (is_label_before(before, format)) return true;
    const std::string_view whole = label.substr(first, label.find(kPoint) - first);
    if (!format.is_grouped && std::count(whole.begin(), whole.end(), kZero) > 1) return true;
    const std::u32string among = unicode::decode(whole.substr(0, whole.find_last_of(places) + 1));
    return std::any_of(among.begin(), among.end(), [](char32_t c) {
        return c != U',' && c != U'\'' && c > U'\3' && !unicode::is_space(c);
    });
}

std::string labelled(std::string_view label, std::string_view number) {
    std::string text;
    if (number.starts_with('-')) {
        text = "-";
        number.remove_prefix(1);
    }
    const std::size_t point = std::min(number.find('.'), number.size());
    std::string_view digits = number.substr(0, point), fraction = number.substr(point);
    const std::string_view whole = label.substr(0, label.find(kPoint));
    std::size_t places = 0;
    for (const char c : whole) places += c == kZero || c == kDigit ? 1 : 0;
    // More digits than places stand in the first of them.
    const std::size_t more = digits.size() - std::min(digits.size(), places);
    bool is_first = true, is_whole = true;
    for (const char c : label) {
        if (c == kPoint) {
            is_whole = false;
        } else if (c != kZero && c != kDigit) {
            if (c != ',' || !is_whole) text += c;
        } else if (is_whole) {
            const std::size_t taken = (places <= digits.size() ? 1 : 0) + (is_first ? more : 0);
            if (taken == 0 && c == kZero) text += '0';
            text += digits.substr(0, taken);
            digits.remove_prefix(taken);
            is_first = false;
            if (--places == 0) text += fraction;
        }
    }
    return text;
}

}  // namespace broadside::sheets
