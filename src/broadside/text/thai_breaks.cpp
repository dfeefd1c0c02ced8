#include "broadside/text/thai_breaks.hpp"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <string_view>

#include "broadside/unicode/utf8.hpp"

namespace broadside::text {

namespace {

constexpr char32_t kSilencer = 0x0E4C;  // thanthakhat, over a letter that is not spoken
constexpr char32_t kAt = 0x0E13;        // the one consonant that is a word by itself

bool is_thai(char32_t code) { return code >= 0x0E01 && code <= 0x0E5B; }

bool is_consonant(char32_t code) { return code >= 0x0E01 && code <= 0x0E2E; }

/// Whether characters `[begin, end)` are a word that is only said before another: "the act of",
/// "the state of", "one who", "will", "not", "every".
bool leans_on_next(const unicode::Characters& characters, std::size_t begin, std::size_t end) {
    static constexpr std::u32string_view kWords[] = {U"การ", U"ความ", U"ผู้", U"จะ", U"ไม่", U"ทุก"};
    return std::any_of(std::begin(kWords), std::end(kWords), [&](std::u32string_view word) {
        return end - begin == word.size() &&
               std::equal(
                   word.begin(), word.end(),
                   characters.begin() + static_cast<std::ptrdiff_t>(begin),
                   [](char32_t code, const unicode::Character& c) { return code == c.code; });
    });
}

void hold_leaning_words(std::vector<Break>& breaks, const unicode::Characters& characters) {
    std::size_t begin = 0;
    for (std::size_t i = 0; i + 1 < characters.size(); ++i) {
        if (breaks[i] == Break::None &&
            is_thai(characters[i + 1].code) == is_thai(characters[i].code))
            continue;
        const bool is_inside = breaks[i] == Break::Allowed && is_thai(characters[i + 1].code);
        if (is_inside && leans_on_next(characters, begin, i + 1)) breaks[i] = Break::Emergency;
        begin = i + 1;
    }
}

}  // namespace

void tailor_thai(std::vector<Break>& breaks, const unicode::Characters& characters) {
    const auto is_thai_at = [&](std::size_t at) {
        return at < characters.size() && is_thai(characters[at].code);
    };
    for (std::size_t i = 1; i < characters.size(); ++i) {
        const char32_t letter = characters[i].code;
        if (breaks[i - 1] != Break::Allowed || !is_thai_at(i - 1)) continue;
        if (!is_consonant(letter) || letter == kAt) continue;
        std::size_t last = i;
        if (is_thai_at(i + 1) && characters[i + 1].code == kSilencer) ++last;
        const bool ends_word = breaks[last] != Break::None || !is_thai_at(last + 1);
        if (ends_word) breaks[i - 1] = Break::None;
    }
    hold_leaning_words(breaks, characters);
}

}  // namespace broadside::text
