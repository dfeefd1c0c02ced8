#include "broadside/text/breaks.hpp"

#include <pango/pango.h>
#include <algorithm>

#include <cstddef>
#include <iterator>
#include <string>

#include "broadside/base/contains.hpp"
#include "broadside/unicode/characters.hpp"
#include "broadside/unicode/held_lines.hpp"
#include "broadside/unicode/language_tag.hpp"
#include "broadside/unicode/numbers.hpp"
#include "broadside/unicode/utf8.hpp"

namespace broadside::text {

namespace {

/// Stands for a symbol or a picture.
constexpr char32_t kObject = 0xFFFC;

/// One of so many letters, `-in`, that would be all of a line, parts as seldom as a word does.
constexpr std::size_t kShortEnding = 3;

bool opens(char32_t code) {
    return unicode::is_opening_bracket(code) || code == '"' || code == '\'';
}

std::vector<PangoLogAttr> analyse(const Paragraph& paragraph, std::string_view language) {
    std::vector<PangoLogAttr> attributes(paragraph.characters.size() + 1);
    // Without a language Pango would take that of the process's locale.
    const std::string tag = language.empty() ? "und" : std::string(language);
    pango_get_log_attrs(paragraph.utf8.data(), static_cast<int>(paragraph.utf8.size()), -1,
                        pango_language_from_string(tag.c_str()), attributes.data(),
                        static_cast<int>(attributes.size()));
    return attributes;
}

/// UAX #14 before Unicode 15.1 (LB13) knows no break before closing and dividing punctuation, not
/// even after a space: `.bmp, .canon` would be one word.
bool parts_before_punctuation(const unicode::Characters& characters, std::size_t space) {
    const char32_t after = characters[space + 1].code;
    if (!unicode::is_breaking_space(characters[space].code) || g_unichar_iswide(after))
        return false;
    const GUnicodeType type = g_unichar_type(after);
    if (type != G_UNICODE_OTHER_PUNCTUATION && type != G_UNICODE_CLOSE_PUNCTUATION) return false;
    if (space > 0 && unicode::is_opening_bracket(characters[space - 1].code)) return false;
    return !unicode::is_before_lone_sign(characters, space);
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
    if (begins_word && unicode::is_hyphen(before) && !unicode::is_space(after)) return Break::None;
    if (begins_word && unicode::is_minus(before) && unicode::is_digit(after)) return Break::None;
    if (before == '+' && after == '+') return Break::None;  // C++, g++
    if (begins_word && unicode::is_spaced_sign(before) && !unicode::is_space(after))
        return Break::None;
    // UAX #14, LB15a, has no place there since Unicode 15.1, Pango 1.50 an ordinary one.
    if (unicode::is_inside_guillemets(characters, at)) return Break::Emergency;
    if (const std::size_t letters = unicode::letters_of_ending(characters, at))
        return letters > kShortEnding ? Break::Allowed : Break::Emergency;
    if (at > 0 && unicode::letters_of_ending(characters, at - 1) > 0) return Break::None;
    const bool is_allowed = attributes.is_line_break || parts_before_punctuation(characters, at);
    if (!is_allowed) return Break::None;
    return unicode::is_held(characters, at) ? Break::Emergency : Break::Allowed;
}

/// The places after all characters but the last.
void find_places(std::vector<Break>& breaks, const unicode::Characters& characters,
                 const std::vector<PangoLogAttr>& attributes) {
    bool begins_word = true;
    for (std::size_t i = 0; i + 1 < characters.size(); ++i) {
        const char32_t code = characters[i].code;
        breaks[i] = break_at(characters, i, attributes[i + 1], begins_word);
        if (!unicode::is_hyphen(code) && !unicode::is_isolate(code))
            begins_word = unicode::is_space_or_line_end(code) || opens(code);
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
        const bool is_inside = unicode::is_hyphen(characters[i].code) &&
                               g_unichar_isalpha(characters[i - 1].code) &&
                               g_unichar_isalpha(characters[i + 1].code);
        if (is_inside && breaks[i] == Break::Allowed) breaks[i] = Break::Emergency;
    }
}

void hold_leaning_places(std::vector<Break>& breaks, const unicode::Characters& characters,
                         std::string_view language) {
    for (std::size_t i = 0; i + 1 < characters.size(); ++i) {
        if (breaks[i] == Break::Allowed && unicode::leans_on_next(characters, i, language))
            breaks[i] = Break::Leaning;
    }
}

/// After its @ and the slashes of its path; in a short one, which the next line has room for, for
/// want of another place, as before the full stops of a host alone.
void break_address(std::vector<Break>& breaks, const unicode::Characters& characters,
                   WordRange word) {
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
    hold_leaning_places(breaks, characters, language);
    if (repeats_hyphens(language)) hold_hyphened_words(breaks, characters);
    for (const WordRange& word : find_words(characters)) {
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
    for (const WordRange& word : find_words(characters)) {
        if (is_indivisible(characters, word)) continue;
        for (const WordRange& letters : find_letter_runs(characters, word)) {
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
