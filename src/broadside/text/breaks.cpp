#include "broadside/text/breaks.hpp"

#include <pango/pango.h>
#include <algorithm>

#include <cstddef>
#include <iterator>
#include <string>

#include "broadside/base/contains.hpp"
#include "broadside/text/script_breaks.hpp"
#include "broadside/text/words.hpp"
#include "broadside/unicode/characters.hpp"
#include "broadside/unicode/figures.hpp"
#include "broadside/unicode/language_tag.hpp"
#include "broadside/unicode/numbers.hpp"
#include "broadside/unicode/utf8.hpp"

namespace broadside::text {

namespace {

/// Stands for a symbol or a picture.
constexpr char32_t kObject = 0xFFFC;

bool is_hyphen(char32_t code) { return code == '-' || code == 0x2010; }

bool is_isolate(char32_t code) { return code >= 0x2066 && code <= 0x2069; }

bool is_opening_bracket(char32_t code) {
    const GUnicodeType type = g_unichar_type(code);
    return type == G_UNICODE_OPEN_PUNCTUATION || type == G_UNICODE_INITIAL_PUNCTUATION;
}

bool is_space_or_line_end(char32_t code) {
    return unicode::is_space(code) || unicode::is_line_end(code);
}

/// Behind the last, a space.
char32_t code_at(const unicode::Characters& characters, std::size_t at) {
    return at < characters.size() ? characters[at].code : U' ';
}

bool opens(char32_t code) { return is_opening_bracket(code) || code == '"' || code == '\''; }

std::vector<PangoLogAttr> analyse(const Paragraph& paragraph, std::string_view language) {
    std::vector<PangoLogAttr> attributes(paragraph.characters.size() + 1);
    // Without a language Pango would take that of the process's locale.
    const std::string tag = language.empty() ? "und" : std::string(language);
    pango_get_log_attrs(paragraph.utf8.data(), static_cast<int>(paragraph.utf8.size()), -1,
                        pango_language_from_string(tag.c_str()), attributes.data(),
                        static_cast<int>(attributes.size()));
    return attributes;
}

/// Signs that French and its neighbours set after a space and that begin no line.
bool is_spaced_sign(char32_t code) {
    static constexpr std::u32string_view kSigns = U":;!?/\u061b\u061f\u203c\u2047\u2048\u2049";
    return kSigns.find(code) != std::u32string_view::npos;
}

/// UAX #14 before Unicode 15.1 (LB13) knows no break before closing and dividing punctuation, not
/// even after a space: `.bmp, .canon` would be one word.
bool parts_before_punctuation(const unicode::Characters& characters, std::size_t space) {
    const char32_t after = characters[space + 1].code;
    if (!unicode::is_breaking_space(characters[space].code) || g_unichar_iswide(after))
        return false;
    const GUnicodeType type = g_unichar_type(after);
    if (type != G_UNICODE_OTHER_PUNCTUATION && type != G_UNICODE_CLOSE_PUNCTUATION) return false;
    if (space > 0 && is_opening_bracket(characters[space - 1].code)) return false;
    std::size_t end = space + 1;
    while (end < characters.size() && is_spaced_sign(characters[end].code)) ++end;
    return end == space + 1 || !is_space_or_line_end(code_at(characters, end));
}

/// Whether a sign that means "that is" stands alone before the space: `= independent`.
bool ends_leading_sign(const unicode::Characters& characters, std::size_t space) {
    if (space == 0 || !unicode::is_space(characters[space].code) ||
        characters[space - 1].code != '=')
        return false;
    return space == 1 || unicode::is_line_end(characters[space - 2].code);
}

/// Whether a slash stands in a short form of as few characters: `n/a`, `S/R`, `24/7`, `（L/分）`.
bool is_in_short_form(const unicode::Characters& characters, std::size_t slash) {
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

/// Whether the ending of a word's other form begins behind a slash with a hyphen, which keeps to
/// it: `Kaufmann/-frau`.
bool is_before_ending(const unicode::Characters& characters, std::size_t slash) {
    const auto code = [&](std::size_t at) { return code_at(characters, at); };
    return slash > 0 && code(slash) == U'/' && is_hyphen(code(slash + 1)) &&
           g_unichar_isalpha(code(slash - 1)) && g_unichar_isalpha(code(slash + 2));
}

/// Of a short one, `-in`, that would be all of a line, as seldom as inside a word.
Break break_before_ending(const unicode::Characters& characters, std::size_t slash) {
    constexpr std::size_t kShort = 3;
    std::size_t letters = 0;
    while (g_unichar_isalpha(code_at(characters, slash + 2 + letters))) ++letters;
    return letters > kShort ? Break::Allowed : Break::Emergency;
}

/// Whether a space stands inside quotation marks that are set off by it, as French has them:
/// `« oui »`.
bool is_inside_guillemets(const unicode::Characters& characters, std::size_t space) {
    const auto code = [&](std::size_t at) { return code_at(characters, at); };
    if (!unicode::is_breaking_space(code(space))) return false;
    const char32_t before = space > 0 ? code(space - 1) : U' ', after = code(space + 1);
    // In German they close.
    const bool opens = space < 2 || !g_unichar_isalnum(code(space - 2));
    if ((before == 0xAB || before == 0x2039) && opens) return true;
    return (after == 0xBB || after == 0x203A) && !g_unichar_isalnum(code(space + 2));
}

/// Whether a space stands beside the sign of a relation between two words of which one is a number:
/// `n = 248`, `85 × 200`, `< 94`; or beside that of a deviation: `mean ± SD`.
bool is_in_relation(const unicode::Characters& characters, std::size_t space) {
    static constexpr std::u32string_view kSigns = U"=<>±×≈≠≤≥";
    const auto code = [&](std::size_t at) { return code_at(characters, at); };
    if (!unicode::is_breaking_space(code(space)) || space < 1) return false;
    const bool is_before = kSigns.find(code(space + 1)) != std::u32string_view::npos;
    const std::size_t sign = is_before ? space + 1 : space - 1;
    if (kSigns.find(code(sign)) == std::u32string_view::npos) return false;
    if (!is_before && unicode::is_digit(code(space + 1))) return true;
    if (sign < 2) return false;
    if (!unicode::is_space(code(sign - 1)) || !unicode::is_space(code(sign + 1))) return false;
    const char32_t left = code(sign - 2), right = code(sign + 2);
    return g_unichar_isalnum(left) && g_unichar_isalnum(right) &&
           (code(sign) == U'±' || unicode::is_digit(left) || unicode::is_digit(right));
}

/// Whether a hyphen stands behind a number that begins a word, before what ends one and is a single
/// character or has a digit and at most four, or between two parts of at most two: `25-hydroxy`,
/// `RISC-V`, `Cortex-A76`, `Wi-Fi`.
bool is_in_short_word(const unicode::Characters& characters, std::size_t hyphen) {
    constexpr std::size_t kShort = 2, kShortWithNumber = 4;
    if (!is_hyphen(characters[hyphen].code)) return false;
    const auto ends = [&](std::size_t at) {
        const char32_t code = characters[at].code;
        return is_space_or_line_end(code) || is_hyphen(code);
    };
    const auto is_digit = [&](std::size_t at) { return unicode::is_digit(characters[at].code); };
    std::size_t begin = hyphen, end = hyphen + 1, digits = 0, digits_behind = 0;
    for (; begin > 0 && !ends(begin - 1); --begin) digits += is_digit(begin - 1) ? 1 : 0;
    for (; end < characters.size() && !ends(end); ++end) digits_behind += is_digit(end) ? 1 : 0;
    const bool ends_word = end == characters.size() || !is_hyphen(characters[end].code);
    while (end > hyphen + 1 && g_unichar_ispunct(characters[end - 1].code)) --end;
    const std::size_t before = hyphen - begin, behind = end - hyphen - 1;
    if (ends_word && (behind == 1 || (digits_behind > 0 && behind <= kShortWithNumber)))
        return true;
    return before > 0 && before <= kShort && (digits == before || behind <= kShort);
}

/// Whether a space stands between the groups of a number, `030 19240`, or before the number of a
/// currency: `€ 19,90`.
bool is_in_number(const unicode::Characters& characters, std::size_t space) {
    if (space == 0 || !unicode::is_space(characters[space].code)) return false;
    const char32_t before = characters[space - 1].code;
    return unicode::is_digit(characters[space + 1].code) &&
           (unicode::is_digit(before) || unicode::is_currency(before));
}

/// Whether a break between them would make another figure of one: `20` must not read as 2.
bool are_in_figure(char32_t before, char32_t after) {
    const auto is_part = [](char32_t code) {
        return unicode::is_digit(code) || code == U'.' || code == U',' || code == U':' ||
               unicode::is_currency(code);
    };
    return is_part(before) && is_part(after) &&
           (unicode::is_digit(before) || unicode::is_digit(after));
}

/// Whether a dash stands between two numbers: `2–4`.
bool is_in_range(const unicode::Characters& characters, std::size_t dash) {
    constexpr char32_t kEnDash = 0x2013;
    return characters[dash].code == kEnDash && dash > 0 &&
           unicode::is_digit(characters[dash - 1].code) &&
           unicode::is_digit(characters[dash + 1].code);
}

/// `begins_word`: whether nothing but hyphens stands between the character and the word's start.
Break break_at(const unicode::Characters& characters, std::size_t at,
               const PangoLogAttr& attributes, bool begins_word) {
    const char32_t before = characters[at].code, after = characters[at + 1].code;
    if (unicode::is_line_end(before)) return Break::Mandatory;
    if (unicode::is_glue(after)) return Break::None;
    // Pango's dictionaries overrule UAX #14 here.
    if (before == unicode::kWordJoiner || after == unicode::kWordJoiner) return Break::None;
    if (before == unicode::kSoftHyphen) return Break::Hyphen;
    // UAX #14 leaves class CB to who knows what the object is: a word that it touches is its own.
    if (before == kObject && after != kObject && !unicode::is_space(after)) return Break::None;
    // UAX #14, LB20a: an addition of Unicode 15.1 that Pango 1.50 does not have.
    if (begins_word && is_hyphen(before) && !unicode::is_space(after)) return Break::None;
    if (begins_word && unicode::is_minus(before) && unicode::is_digit(after)) return Break::None;
    if (before == '+' && after == '+') return Break::None;  // C++, g++
    if (begins_word && is_spaced_sign(before) && !unicode::is_space(after)) return Break::None;
    // UAX #14, LB15a, has no place there since Unicode 15.1, Pango 1.50 an ordinary one.
    if (is_inside_guillemets(characters, at)) return Break::Emergency;
    if (is_before_ending(characters, at)) return break_before_ending(characters, at);
    if (at > 0 && is_before_ending(characters, at - 1)) return Break::None;
    const bool is_allowed = attributes.is_line_break || parts_before_punctuation(characters, at);
    if (is_allowed && (ends_leading_sign(characters, at) || is_in_quantity(characters, at) ||
                       is_in_relation(characters, at) || is_in_number(characters, at) ||
                       is_in_range(characters, at) || is_in_short_word(characters, at) ||
                       is_in_short_form(characters, at)))
        return Break::Emergency;
    return is_allowed ? Break::Allowed : Break::None;
}

/// The places after all characters but the last.
void find_places(std::vector<Break>& breaks, const unicode::Characters& characters,
                 const std::vector<PangoLogAttr>& attributes) {
    bool begins_word = true;
    for (std::size_t i = 0; i + 1 < characters.size(); ++i) {
        const char32_t code = characters[i].code;
        breaks[i] = break_at(characters, i, attributes[i + 1], begins_word);
        if (!is_hyphen(code) && !is_isolate(code))
            begins_word = is_space_or_line_end(code) || opens(code);
    }
}

/// Languages that repeat a word's own hyphen at the head of the next line (Portuguese: Acordo
/// Ortográfico of 1990, base XX, 6; Polish, Czech, Slovak, Croatian and their neighbours: their
/// academies' rules). A repeated one would be a character that the text does not have, so such
/// words end a line only in an emergency.
bool repeats_hyphens(std::string_view language) {
    static constexpr std::string_view kLanguages[] = {"bs", "cs", "hr", "pl", "pt", "sk", "sl"};
    const std::string_view primary = unicode::primary_language(language);
    return contains(kLanguages, primary);
}

void hold_hyphened_words(std::vector<Break>& breaks, const unicode::Characters& characters) {
    for (std::size_t i = 1; i + 1 < characters.size(); ++i) {
        const bool is_inside = is_hyphen(characters[i].code) &&
                               g_unichar_isalpha(characters[i - 1].code) &&
                               g_unichar_isalpha(characters[i + 1].code);
        if (is_inside && breaks[i] == Break::Allowed) breaks[i] = Break::Emergency;
    }
}

/// Prepositions and conjunctions of one letter, which end no line (Polish: PWN, zasady składu;
/// Czech: Internetová jazyková příručka, "Zalomení řádků"; Slovak: STN 01 6910).
std::u32string_view one_letter_words(std::string_view language) {
    const std::string_view primary = unicode::primary_language(language);
    if (primary == "pl") return U"aiouwz";
    return primary == "cs" || primary == "sk" ? U"aikosuvz" : U"";
}

void hold_one_letter_words(std::vector<Break>& breaks, const unicode::Characters& characters,
                           std::string_view language) {
    const std::u32string_view words = one_letter_words(language);
    const auto code = [&](std::size_t at) { return characters[at].code; };
    for (std::size_t i = 1; !words.empty() && i + 1 < characters.size(); ++i) {
        if (breaks[i] != Break::Allowed || !unicode::is_space(code(i))) continue;
        if (words.find(g_unichar_tolower(code(i - 1))) == std::u32string_view::npos) continue;
        const char32_t last = i > 1 ? code(i - 2) : U' ';
        const bool begins = is_space_or_line_end(last) || is_opening_bracket(last) ||
                            is_isolate(last) || last == '"';
        const char32_t next = code(i + 1);
        const bool leans = g_unichar_isalnum(next) || opens(next) || is_isolate(next);
        if (begins && leans) breaks[i] = Break::Leaning;
    }
}

void hold_figures(std::vector<Break>& breaks, const unicode::Characters& characters) {
    for (std::size_t i = 0; i < characters.size(); ++i) {
        if (breaks[i] == Break::Allowed && unicode::is_behind_count(characters, i))
            breaks[i] = Break::Leaning;
    }
}

/// After its @ and the slashes of its path; in a short one, which the next line has room for, for
/// want of another place, as before the full stops of a host alone.
void break_address(std::vector<Break>& breaks, const unicode::Characters& characters, Word word) {
    constexpr std::size_t kShort = 20;
    const Break in_place = word.end - word.begin <= kShort ? Break::Emergency : Break::Allowed;
    const auto begin = characters.begin() + static_cast<std::ptrdiff_t>(word.begin);
    const auto end = characters.begin() + static_cast<std::ptrdiff_t>(word.end);
    const bool is_host = std::none_of(begin, end, [](const unicode::Character& character) {
        return character.code == '/' || character.code == '@';
    });
    for (std::size_t i = word.begin; i + 1 < word.end; ++i) {
        const char32_t before = i > word.begin ? characters[i - 1].code : U':';
        const char32_t sign = characters[i].code, next = characters[i + 1].code;
        const bool is_place = before != ':' && (sign == '@' || (sign == '/' && before != '/')) &&
                              next != '/' && next != unicode::kWordJoiner;
        breaks[i] = is_place ? in_place : Break::None;
        const bool parts_host =
            is_host && next == '.' && i + 2 < word.end && g_unichar_isalnum(characters[i + 2].code);
        if (parts_host) breaks[i] = Break::Emergency;
    }
}

/// Whether a letter is drawn below or around the one before it, though both are clusters of their
/// own before Unicode 15.1 (UAX #29, GB9c): after a virama, and the vowel am of Thai and Lao.
bool stacks(char32_t before, char32_t after) {
    constexpr int kVirama = 9;
    return g_unichar_combining_class(before) == kVirama || g_unichar_ismark(after) ||
           after == 0x0E33 || after == 0x0EB3;
}

/// Where a line may end inside a word for want of any other place: between characters that a reader
/// sees, and after the no-break space inside a number rather than in one of its halves.
void part_words(std::vector<Break>& breaks, const unicode::Characters& characters,
                const std::vector<PangoLogAttr>& attributes) {
    const auto is_visible = [](char32_t code) {
        return !unicode::is_space(code) && !unicode::is_hidden(code) && code != '\t';
    };
    for (std::size_t i = 0; i + 1 < characters.size(); ++i) {
        if (breaks[i] != Break::None || !attributes[i + 1].is_cursor_position) continue;
        const char32_t before = characters[i].code, after = characters[i + 1].code;
        if (stacks(before, after) || are_in_figure(before, after)) continue;
        const bool ends_group = unicode::is_glue(before) && i > 0 &&
                                g_unichar_isalnum(characters[i - 1].code) &&
                                g_unichar_isalnum(after);
        if ((is_visible(before) || ends_group) && is_visible(after)) breaks[i] = Break::LastResort;
    }
}

}  // namespace

std::vector<Break> find_breaks(const Paragraph& paragraph, std::string_view language) {
    const unicode::Characters& characters = paragraph.characters;
    std::vector<Break> breaks(characters.size(), Break::None);
    if (characters.empty()) return breaks;
    const std::vector<PangoLogAttr> attributes = analyse(paragraph, language);
    find_places(breaks, characters, attributes);
    tailor_east_asian(breaks, characters, language);
    tailor_thai(breaks, characters);
    part_syllables(breaks, characters);
    hold_one_letter_words(breaks, characters, language);
    hold_figures(breaks, characters);
    if (repeats_hyphens(language)) hold_hyphened_words(breaks, characters);
    for (const Word& word : find_words(characters)) {
        if (is_address(characters, word)) break_address(breaks, characters, word);
    }
    for (std::size_t i = 0; i + 1 < characters.size(); ++i) {
        const bool is_inside = !attributes[i + 1].is_cursor_position;
        if (is_inside && breaks[i] != Break::Mandatory) breaks[i] = Break::None;
    }
    part_words(breaks, characters, attributes);
    breaks.back() = Break::Mandatory;
    return breaks;
}

void add_hyphens(std::vector<Break>& breaks, const Paragraph& paragraph, std::string_view language,
                 Hyphenator& hyphenator) {
    const unicode::Characters& characters = paragraph.characters;
    for (const Word& word : find_words(characters)) {
        if (is_indivisible(characters, word)) continue;
        for (const Word& letters : find_letter_runs(characters, word)) {
            const auto& points = hyphenator.hyphenate(characters.data() + letters.begin,
                                                      characters.data() + letters.end, language);
            for (const std::size_t point : points) {
                const std::size_t next = letters.begin + point;
                Break& place = breaks[next - 1];
                // Patterns know no marks apart from their letters.
                if (is_inside_word(place) && !g_unichar_ismark(characters[next].code))
                    place = Break::Hyphen;
            }
        }
    }
}

}  // namespace broadside::text
