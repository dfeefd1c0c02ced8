#include "broadside/text/breaks.hpp"

#include <algorithm>

#include <glib.h>

#include "broadside/unicode/characters.hpp"

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
std::vector<WordRange> find_runs(const unicode::Characters& characters, WordRange within,
                                 Predicate belongs) {
    std::vector<WordRange> runs;
    for (std::size_t i = within.begin; i < within.end; ++i) {
        if (!belongs(characters[i].code)) continue;
        if (runs.empty() || runs.back().end != i) runs.push_back({i, i});
        runs.back().end = i + 1;
    }
    return runs;
}

bool has_inner_full_stop(const unicode::Characters& characters, WordRange word) {
    for (std::size_t i = word.begin + 1; i + 1 < word.end; ++i) {
        if (characters[i].code == '.' && is_alphanumeric(characters[i - 1].code) &&
            is_alphanumeric(characters[i + 1].code)) {
            return true;
        }
    }
    return false;
}

}  // namespace

std::vector<WordRange> find_words(const unicode::Characters& characters) {
    return find_runs(characters, {0, characters.size()},
                     [](char32_t code) { return !ends_word(code); });
}

bool is_address(const unicode::Characters& characters, WordRange word) {
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

bool is_indivisible(const unicode::Characters& characters, WordRange word) {
    for (std::size_t i = word.begin; i < word.end; ++i) {
        const char32_t code = characters[i].code;
        if (code == '@' || code == '_' || code == unicode::kSoftHyphen || g_unichar_isdigit(code)) {
            return true;
        }
    }
    return has_inner_full_stop(characters, word) || is_address(characters, word);
}

std::vector<WordRange> find_letter_runs(const unicode::Characters& characters, WordRange word) {
    return find_runs(characters, word, unicode::is_letter);
}

}  // namespace broadside::text
