#include "broadside/text/breaks.hpp"

#include <pango/pango.h>

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <string>

#include "broadside/text/character_class.hpp"
#include "broadside/text/east_asian_breaks.hpp"
#include "broadside/text/syllable_breaks.hpp"
#include "broadside/text/thai_breaks.hpp"
#include "broadside/text/words.hpp"

namespace broadside::text {

namespace {

bool is_hyphen(char32_t code) { return code == '-' || code == 0x2010; }

bool is_isolate(char32_t code) { return code >= 0x2066 && code <= 0x2069; }

bool opens(char32_t code) {
    const GUnicodeType type = g_unichar_type(code);
    return type == G_UNICODE_OPEN_PUNCTUATION || type == G_UNICODE_INITIAL_PUNCTUATION ||
           code == '"' || code == '\'';
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

// UAX #14, LB20a: an addition of Unicode 15.1 that Pango 1.50 does not have.
bool begins_word(const std::vector<Character>& characters, std::size_t hyphen) {
    std::size_t first = hyphen;
    while (first > 0 &&
           (is_hyphen(characters[first - 1].code) || is_isolate(characters[first - 1].code))) {
        --first;
    }
    if (first == 0) return true;
    const char32_t before = characters[first - 1].code;
    return is_space(before) || is_line_end(before) || opens(before);
}

/// Whether a sign that means "that is" stands alone before the space: `= independent`.
bool ends_leading_sign(const std::vector<Character>& characters, std::size_t space) {
    if (space == 0 || !is_space(characters[space].code) || characters[space - 1].code != '=')
        return false;
    return space == 1 || is_line_end(characters[space - 2].code);
}

Break break_at(const std::vector<Character>& characters, std::size_t at, bool unicode_allows) {
    const char32_t before = characters[at].code, after = characters[at + 1].code;
    if (is_line_end(before)) return Break::Mandatory;
    if (is_glue(after)) return Break::None;
    // Pango's dictionaries overrule UAX #14 here.
    if (before == kWordJoiner || after == kWordJoiner) return Break::None;
    if (before == kSoftHyphen) return Break::Hyphen;
    if (is_hyphen(before) && !is_space(after) && begins_word(characters, at)) return Break::None;
    if (unicode_allows && ends_leading_sign(characters, at)) return Break::Emergency;
    return unicode_allows ? Break::Allowed : Break::None;
}

/// Languages that repeat a word's own hyphen at the head of the next line (Portuguese: Acordo
/// Ortográfico of 1990, base XX, 6; Polish, Czech, Slovak, Croatian and their neighbours: their
/// academies' rules). A repeated one would be a character that the text does not have, so such
/// words end a line only in an emergency.
bool repeats_hyphens(std::string_view language) {
    static constexpr std::string_view kLanguages[] = {"bs", "cs", "hr", "pl", "pt", "sk", "sl"};
    const std::string_view primary = language.substr(0, language.find('-'));
    return std::find(std::begin(kLanguages), std::end(kLanguages), primary) != std::end(kLanguages);
}

void hold_hyphened_words(std::vector<Break>& breaks, const std::vector<Character>& characters) {
    for (std::size_t i = 1; i + 1 < characters.size(); ++i) {
        const bool is_inside = is_hyphen(characters[i].code) &&
                               g_unichar_isalpha(characters[i - 1].code) &&
                               g_unichar_isalpha(characters[i + 1].code);
        if (is_inside && breaks[i] == Break::Allowed) breaks[i] = Break::Emergency;
    }
}

void break_address(std::vector<Break>& breaks, const std::vector<Character>& characters,
                   Word word) {
    for (std::size_t i = word.begin; i + 1 < word.end; ++i) {
        const bool after_slash = characters[i].code == '/' && i > word.begin &&
                                 characters[i - 1].code != '/' && characters[i - 1].code != ':';
        const bool in_path = after_slash && characters[i + 1].code != '/';
        breaks[i] = in_path ? Break::Allowed : Break::None;
    }
}

}  // namespace

std::vector<Break> find_breaks(const Paragraph& paragraph, std::string_view language) {
    const std::vector<Character>& characters = paragraph.characters;
    std::vector<Break> breaks(characters.size(), Break::None);
    if (characters.empty()) return breaks;
    const std::vector<PangoLogAttr> attributes = analyse(paragraph, language);
    for (std::size_t i = 0; i + 1 < characters.size(); ++i) {
        breaks[i] = break_at(characters, i, attributes[i + 1].is_line_break);
    }
    tailor_east_asian(breaks, characters, language);
    tailor_thai(breaks, characters);
    part_syllables(breaks, characters);
    if (repeats_hyphens(language)) hold_hyphened_words(breaks, characters);
    for (const Word& word : find_words(characters)) {
        if (is_address(characters, word)) break_address(breaks, characters, word);
    }
    for (std::size_t i = 0; i + 1 < characters.size(); ++i) {
        const bool is_inside = !attributes[i + 1].is_cursor_position;
        if (is_inside && breaks[i] != Break::Mandatory) breaks[i] = Break::None;
    }
    breaks.back() = Break::Mandatory;
    return breaks;
}

void add_hyphens(std::vector<Break>& breaks, const Paragraph& paragraph, std::string_view language,
                 Hyphenator& hyphenator) {
    const std::vector<Character>& characters = paragraph.characters;
    for (const Word& word : find_words(characters)) {
        if (is_indivisible(characters, word)) continue;
        for (const Word& letters : find_letter_runs(characters, word)) {
            const auto& points = hyphenator.hyphenate(characters.data() + letters.begin,
                                                      characters.data() + letters.end, language);
            for (const std::size_t point : points) {
                const std::size_t next = letters.begin + point;
                Break& place = breaks[next - 1];
                // Patterns know no marks apart from their letters.
                if (place == Break::None && !g_unichar_ismark(characters[next].code))
                    place = Break::Hyphen;
            }
        }
    }
}

}  // namespace broadside::text
