#include "broadside/text/words.hpp"

#include <algorithm>
#include <string>

#include <glib.h>

#include "broadside/unicode/characters.hpp"
#include "broadside/unicode/numbers.hpp"
#include "broadside/unicode/units.hpp"

namespace broadside::text {

namespace {

// Chinese and Japanese set no spaces around an address: their characters part words too.
bool ends_word(char32_t code) {
    return unicode::is_space(code) || g_unichar_iswide(code) || unicode::is_line_end(code) ||
           code == '\t' || code == unicode::kZeroWidthSpace;
}

bool is_alphanumeric(char32_t code) { return g_unichar_isalnum(code) || g_unichar_ismark(code); }

/// Ranges of the characters of `within` for which `belongs` holds.
template <typename Predicate>
std::vector<Word> find_runs(const unicode::Characters& characters, Word within, Predicate belongs) {
    std::vector<Word> runs;
    for (std::size_t i = within.begin; i < within.end; ++i) {
        if (!belongs(characters[i].code)) continue;
        if (runs.empty() || runs.back().end != i) runs.push_back({i, i});
        runs.back().end = i + 1;
    }
    return runs;
}

bool has_inner_full_stop(const unicode::Characters& characters, Word word) {
    for (std::size_t i = word.begin + 1; i + 1 < word.end; ++i) {
        if (characters[i].code == '.' && is_alphanumeric(characters[i - 1].code) &&
            is_alphanumeric(characters[i + 1].code)) {
            return true;
        }
    }
    return false;
}

/// Of letters that are written without spaces, and of the punctuation among them.
bool is_in_square(char32_t code) {
    return unicode::is_letter_without_word_spaces(code) || g_unichar_iswide(code);
}

/// Whether what stands behind a space, up to the next one or the end, is a sign that counts what is
/// before it: "€", "%", "°C". It begins no line.
bool precedes_unit(const unicode::Characters& characters, std::size_t space) {
    if (space == 0 || !unicode::is_breaking_space(characters[space].code)) return false;
    const char32_t sign = characters[space + 1].code;
    const bool is_unit =
        unicode::is_currency(sign) || unicode::is_percent_sign(sign) || sign == 0xB0;
    if (!is_unit) return false;
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

std::vector<Word> find_words(const unicode::Characters& characters) {
    return find_runs(characters, {0, characters.size()},
                     [](char32_t code) { return !ends_word(code); });
}

bool is_address(const unicode::Characters& characters, Word word) {
    const auto begin = characters.begin() + static_cast<std::ptrdiff_t>(word.begin);
    const auto end = characters.begin() + static_cast<std::ptrdiff_t>(word.end);
    const auto sign = std::find_if(
        begin, end, [](const unicode::Character& c) { return c.code == '/' || c.code == '@'; });
    if (sign == end) {
        constexpr std::u32string_view kWeb = U"www.";
        auto at = std::find_if(begin, end,
                               [](const unicode::Character& c) { return is_alphanumeric(c.code); });
        return std::all_of(kWeb.begin(), kWeb.end(), [&](char32_t code) {
            return at != end && g_unichar_tolower((at++)->code) == code;
        });
    }
    const auto at = static_cast<std::size_t>(sign - characters.begin());
    if (sign->code == '@') return has_inner_full_stop(characters, {at, word.end});
    const bool has_scheme = at > word.begin && characters[at - 1].code == ':' &&
                            at + 1 < word.end && characters[at + 1].code == '/';
    return has_scheme || has_inner_full_stop(characters, {word.begin, at});
}

bool is_indivisible(const unicode::Characters& characters, Word word) {
    for (std::size_t i = word.begin; i < word.end; ++i) {
        const char32_t code = characters[i].code;
        if (code == '@' || code == '_' || code == unicode::kSoftHyphen || g_unichar_isdigit(code)) {
            return true;
        }
    }
    return has_inner_full_stop(characters, word) || is_address(characters, word);
}

std::vector<Word> find_letter_runs(const unicode::Characters& characters, Word word) {
    return find_runs(characters, word, unicode::is_letter);
}

bool is_in_quantity(const unicode::Characters& characters, std::size_t at) {
    return precedes_unit(characters, at) || is_before_unit(characters, at) ||
           is_before_minutes(characters, at);
}

}  // namespace broadside::text
