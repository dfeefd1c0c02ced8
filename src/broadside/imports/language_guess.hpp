#pragma once

#include <algorithm>
#include <cstddef>
#include <map>
#include <set>
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
/// counts; "en" where they do not tell, or tell two alike. Where decimals have commas it is not
/// English, and less tells.
LanguageGuess guessed_language(const std::vector<std::string_view>& texts,
                               const LanguageCounts& answers, bool has_decimal_commas);

/// The places of those heads that are weekdays, or short for some, of one language, of which they
/// have two at least: "Sun" alone is a star.
std::set<std::size_t> weekdays_among(const std::vector<std::string_view>& heads);

}  // namespace broadside::imports
