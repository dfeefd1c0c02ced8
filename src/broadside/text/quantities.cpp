#include "broadside/text/quantities.hpp"

#include <glib.h>

#include <string>

#include "broadside/unicode/characters.hpp"
#include "broadside/unicode/numbers.hpp"
#include "broadside/unicode/units.hpp"

namespace broadside::text {

namespace {

/// Of letters that are written without spaces, and of the punctuation among them.
bool is_in_square(char32_t code) {
    return unicode::is_letter_without_word_spaces(code) || g_unichar_iswide(code);
}

/// Whether what stands behind a space, up to the next one or the end, is a sign that counts what is
/// before it: "€", "%", "°C". It begins no line.
bool precedes_unit(const unicode::Characters& characters, std::size_t space) {
    if (space == 0 || !unicode::is_breaking_space(characters[space].code)) return false;
    const char32_t sign = characters[space + 1].code;
    const bool is_currency = unicode::is_currency(sign);
    if (!is_currency && sign != '%' && sign != 0x66A && sign != 0x2030 && sign != 0xB0)
        return false;
    std::size_t end = space + 1;
    for (; end < characters.size() && !unicode::is_space(characters[end].code); ++end) {
        if (unicode::is_digit(characters[end].code)) return false;
        // Chinese and Japanese go on without a space.
        if (end > space + 1 && is_in_square(characters[end].code)) return true;
    }
    // "€ 5" begins a line, "5 €" does not end in one.
    return end + 1 >= characters.size() || !unicode::is_digit(characters[end + 1].code);
}

/// In characters, and one more: a word that goes on is no unit.
constexpr std::size_t kLongestUnit = 5;

/// The word of letters that begins there.
std::u32string word_at(const unicode::Characters& characters, std::size_t at) {
    std::u32string word;
    for (; at < characters.size() && word.size() < kLongestUnit; ++at) {
        const char32_t code = characters[at].code;
        if (!g_unichar_isalnum(code) && code != U'²' && code != U'³') break;
        word += code;
    }
    return word;
}

/// Whether a figure stands before a space, and a unit behind it, or the slash that ends one: `50
/// GB`, `15 mg/kg`, `2 W/(m²·K)`.
bool is_before_unit(const unicode::Characters& characters, std::size_t at) {
    std::size_t space = at;
    if (characters[at].code == U'/') {
        while (space > 0 && at - space <= kLongestUnit &&
               !unicode::is_space(characters[space].code))
            --space;
    }
    return space > 0 && unicode::is_space(characters[space].code) &&
           unicode::is_digit(characters[space - 1].code) &&
           unicode::is_unit_symbol(word_at(characters, space + 1));
}

/// Whether minutes follow a space behind hours: "9 h 30".
bool is_before_minutes(const unicode::Characters& characters, std::size_t space) {
    std::size_t hour = space;
    if (hour == 0 || characters[--hour].code != U'h' || hour == 0) return false;
    if (unicode::is_space(characters[hour - 1].code)) --hour;
    return hour > 0 && unicode::is_digit(characters[hour - 1].code) &&
           unicode::is_space(characters[space].code) &&
           unicode::is_digit(characters[space + 1].code);
}

}  // namespace

bool is_in_quantity(const unicode::Characters& characters, std::size_t at) {
    return precedes_unit(characters, at) || is_before_unit(characters, at) ||
           is_before_minutes(characters, at);
}

}  // namespace broadside::text
