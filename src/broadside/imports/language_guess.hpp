#pragma once

#include <algorithm>
#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace broadside::imports {

using LanguageCounts = std::map<std::string_view, std::size_t>;

/// The first of those with the most in a map of counts.
template <typename Counts>
auto largest(const Counts& counts) {
    return std::max_element(counts.begin(), counts.end(), [](const auto& one, const auto& other) {
        return one.second < other.second;
    });
}

struct LanguageGuess {
    std::string language;
    bool is_sure = false;
    bool is_told = true;  // by anything; else it is a default
};

/// The language that texts are written in, by their letters, and by little words, those of heads,
/// names of weekdays and months, and those for yes and no that only one has, which `answers`
/// counts; "en" where they do not tell. Where decimals have commas it is not English, and less
/// tells.
LanguageGuess guessed_language(const std::vector<std::string_view>& texts,
                               const LanguageCounts& answers, bool has_decimal_commas);

/// Whether a head is the name of a weekday, or short for one.
bool is_weekday(std::string_view head);

}  // namespace broadside::imports
