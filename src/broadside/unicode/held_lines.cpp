#include "broadside/unicode/held_lines.hpp"

#include <glib.h>

#include <cstddef>
#include <string>

#include "broadside/unicode/characters.hpp"
#include "broadside/unicode/figures.hpp"
#include "broadside/unicode/language_tag.hpp"
#include "broadside/unicode/numbers.hpp"
#include "broadside/unicode/units.hpp"

namespace broadside::unicode {

namespace {

/// Behind the last, a space.
char32_t code_at(const Characters& characters, std::size_t at) {
    return at < characters.size() ? characters[at].code : U' ';
}

/// Of letters that are written without spaces, and of the punctuation among them.
bool is_in_square(char32_t code) {
    return is_letter_without_word_spaces(code) || g_unichar_iswide(code);
}

/// Whether what stands behind a space, up to the next one or the end, is a sign that counts what is
/// before it: "€", "%", "°C". It begins no line.
bool precedes_unit(const Characters& characters, std::size_t space) {
    if (space == 0 || !is_breaking_space(characters[space].code)) return false;
    const char32_t sign = characters[space + 1].code;
    const bool is_unit = is_currency(sign) || is_percent_sign(sign) || sign == 0xB0;
    if (!is_unit) return false;
    std::size_t end = space + 1;
    for (; end < characters.size() && !is_space(characters[end].code); ++end) {
        if (is_digit(characters[end].code)) return false;
        // Chinese and Japanese go on without a space.
        if (end > space + 1 && is_in_square(characters[end].code)) return true;
    }
    // "€ 5" begins a line, "5 €" does not end in one.
    return end + 1 >= characters.size() || !is_digit(characters[end + 1].code);
}

/// In characters, and one more: a word that goes on is no unit.
constexpr std::size_t kLongestSymbol = 5;

/// The word of letters that begins there.
std::u32string word_at(const Characters& characters, std::size_t at) {
    std::u32string word;
    for (; at < characters.size() && word.size() < kLongestSymbol; ++at) {
        const char32_t code = characters[at].code;
        if (!g_unichar_isalnum(code) && code != U'²' && code != U'³') break;
        word += code;
    }
    return word;
}

/// Whether a figure stands before a space, and a unit behind it, or the slash that ends one: `50
/// GB`, `15 mg/kg`, `2 W/(m²·K)`.
bool is_before_unit(const Characters& characters, std::size_t at) {
    std::size_t space = at;
    if (characters[at].code == U'/') {
        while (space > 0 && at - space <= kLongestSymbol && !is_space(characters[space].code))
            --space;
    }
    return space > 0 && is_space(characters[space].code) && is_digit(characters[space - 1].code) &&
           is_unit_symbol(word_at(characters, space + 1));
}

/// Whether minutes follow a space behind hours: "9 h 30".
bool is_before_minutes(const Characters& characters, std::size_t space) {
    std::size_t hour = space;
    if (hour == 0 || characters[--hour].code != U'h' || hour == 0) return false;
    if (is_space(characters[hour - 1].code)) --hour;
    return hour > 0 && is_digit(characters[hour - 1].code) && is_space(characters[space].code) &&
           is_digit(characters[space + 1].code);
}

bool is_in_quantity(const Characters& characters, std::size_t at) {
    return precedes_unit(characters, at) || is_before_unit(characters, at) ||
           is_before_minutes(characters, at);
}

/// Whether a sign that means "that is" stands alone before the space: `= independent`.
bool ends_leading_sign(const Characters& characters, std::size_t space) {
    if (space == 0 || !is_space(characters[space].code) || characters[space - 1].code != '=')
        return false;
    return space == 1 || is_line_end(characters[space - 2].code);
}

/// Whether a slash stands in a short form of as few characters: `n/a`, `S/R`, `24/7`, `（L/分）`.
bool is_in_short_form(const Characters& characters, std::size_t slash) {
    constexpr std::size_t kLongest = 5;
    const auto ends = [&](std::size_t at) {
        const GUnicodeType type = g_unichar_type(characters[at].code);
        return is_space_or_line_end(characters[at].code) || type == G_UNICODE_OPEN_PUNCTUATION ||
               type == G_UNICODE_CLOSE_PUNCTUATION;
    };
    if (characters[slash].code != U'/') return false;
    std::size_t begin = slash, end = slash;
    while (begin > 0 && !ends(begin - 1) && slash - begin < kLongest) --begin;
    while (end < characters.size() && !ends(end) && end - slash < kLongest) ++end;
    return end - begin <= kLongest;
}

/// Whether a space stands beside the sign of a relation between two words of which one is a number:
/// `n = 248`, `85 × 200`, `< 94`; or beside that of a deviation: `mean ± SD`.
bool is_in_relation(const Characters& characters, std::size_t space) {
    static constexpr std::u32string_view kSigns = U"=<>±×≈≠≤≥";
    const auto code = [&](std::size_t at) { return code_at(characters, at); };
    if (!is_breaking_space(code(space)) || space < 1) return false;
    const bool is_before = kSigns.find(code(space + 1)) != std::u32string_view::npos;
    const std::size_t sign = is_before ? space + 1 : space - 1;
    if (kSigns.find(code(sign)) == std::u32string_view::npos) return false;
    if (!is_before && is_digit(code(space + 1))) return true;
    if (sign < 2) return false;
    if (!is_space(code(sign - 1)) || !is_space(code(sign + 1))) return false;
    const char32_t left = code(sign - 2), right = code(sign + 2);
    return g_unichar_isalnum(left) && g_unichar_isalnum(right) &&
           (code(sign) == U'±' || is_digit(left) || is_digit(right));
}

/// Whether a hyphen stands behind a number that begins a word, before what ends one and is a single
/// character or has a digit and at most four, or between two parts of at most two: `25-hydroxy`,
/// `RISC-V`, `Cortex-A76`, `Wi-Fi`.
bool is_in_short_word(const Characters& characters, std::size_t hyphen) {
    constexpr std::size_t kShort = 2, kShortWithNumber = 4;
    if (!is_hyphen(characters[hyphen].code)) return false;
    const auto ends = [&](std::size_t at) {
        const char32_t code = characters[at].code;
        return is_space_or_line_end(code) || is_hyphen(code);
    };
    const auto has_digit_at = [&](std::size_t at) { return is_digit(characters[at].code); };
    std::size_t begin = hyphen, end = hyphen + 1, digits = 0, digits_behind = 0;
    for (; begin > 0 && !ends(begin - 1); --begin) digits += has_digit_at(begin - 1) ? 1 : 0;
    for (; end < characters.size() && !ends(end); ++end) digits_behind += has_digit_at(end) ? 1 : 0;
    const bool ends_word = end == characters.size() || !is_hyphen(characters[end].code);
    while (end > hyphen + 1 && g_unichar_ispunct(characters[end - 1].code)) --end;
    const std::size_t before = hyphen - begin, behind = end - hyphen - 1;
    if (ends_word && (behind == 1 || (digits_behind > 0 && behind <= kShortWithNumber)))
        return true;
    return before > 0 && before <= kShort && (digits == before || behind <= kShort);
}

/// Whether a space stands between the groups of a number, `030 19240`, or before the number of a
/// currency: `€ 19,90`.
bool is_in_number(const Characters& characters, std::size_t space) {
    if (space == 0 || !is_space(characters[space].code)) return false;
    const char32_t before = characters[space - 1].code;
    return is_digit(characters[space + 1].code) && (is_digit(before) || is_currency(before));
}

/// Whether a dash stands between two numbers: `2–4`.
bool is_in_range(const Characters& characters, std::size_t dash) {
    constexpr char32_t kEnDash = 0x2013;
    return characters[dash].code == kEnDash && dash > 0 && is_digit(characters[dash - 1].code) &&
           is_digit(characters[dash + 1].code);
}

/// Prepositions and conjunctions of one letter, which end no line (Polish: PWN, zasady składu;
/// Czech: Internetová jazyková příručka, "Zalomení řádků"; Slovak: STN 01 6910).
std::u32string_view one_letter_words(std::string_view language) {
    const std::string_view primary = primary_language(language);
    if (primary == "pl") return U"aiouwz";
    return primary == "cs" || primary == "sk" ? U"aikosuvz" : U"";
}

/// Whether a word of one letter stands before a space, and another behind it.
bool is_behind_one_letter_word(const Characters& characters, std::size_t space,
                               std::string_view language) {
    const std::u32string_view words = one_letter_words(language);
    if (space == 0 || words.empty()) return false;
    const auto code = [&](std::size_t at) { return characters[at].code; };
    if (words.find(g_unichar_tolower(code(space - 1))) == std::u32string_view::npos) return false;
    const char32_t last = space > 1 ? code(space - 2) : U' ';
    const bool begins =
        is_space_or_line_end(last) || is_opening_bracket(last) || is_isolate(last) || last == '"';
    const char32_t next = code(space + 1);
    const bool leans = g_unichar_isalnum(next) || is_opening_bracket(next) || next == '"' ||
                       next == '\'' || is_isolate(next);
    return begins && leans;
}

}  // namespace

bool is_spaced_sign(char32_t code) {
    static constexpr std::u32string_view kSigns = U":;!?/\u061b\u061f\u203c\u2047\u2048\u2049";
    return kSigns.find(code) != std::u32string_view::npos;
}

std::size_t letters_of_ending(const Characters& characters, std::size_t slash) {
    const auto is_letter_at = [&](std::size_t at) {
        return g_unichar_isalpha(code_at(characters, at)) != 0;
    };
    std::size_t end = slash + 2;
    if (slash == 0 || characters[slash].code != U'/' ||
        !is_hyphen(code_at(characters, slash + 1)) || !is_letter_at(slash - 1))
        return 0;
    while (is_letter_at(end)) ++end;
    return end - slash - 2;
}

bool is_inside_guillemets(const Characters& characters, std::size_t space) {
    const auto code = [&](std::size_t at) { return code_at(characters, at); };
    if (!is_breaking_space(code(space))) return false;
    const char32_t before = space > 0 ? code(space - 1) : U' ', after = code(space + 1);
    // In German they close.
    const bool opens = space < 2 || !g_unichar_isalnum(code(space - 2));
    if ((before == 0xAB || before == 0x2039) && opens) return true;
    return (after == 0xBB || after == 0x203A) && !g_unichar_isalnum(code(space + 2));
}

bool is_held(const Characters& characters, std::size_t at) {
    return ends_leading_sign(characters, at) || is_in_quantity(characters, at) ||
           is_in_relation(characters, at) || is_in_number(characters, at) ||
           is_in_range(characters, at) || is_in_short_word(characters, at) ||
           is_in_short_form(characters, at) || is_inside_guillemets(characters, at);
}

bool is_before_lone_sign(const Characters& characters, std::size_t space) {
    std::size_t end = space + 1;
    while (end < characters.size() && is_spaced_sign(characters[end].code)) ++end;
    return end > space + 1 && is_space_or_line_end(code_at(characters, end));
}

bool leans_on_next(const Characters& characters, std::size_t space, std::string_view language) {
    return is_space(characters[space].code) &&
           (is_behind_count(characters, space) ||
            is_behind_one_letter_word(characters, space, language));
}

}  // namespace broadside::unicode
