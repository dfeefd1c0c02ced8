#pragma once

#include <cstddef>
#include <string_view>

namespace broadside {

/// What a word of a file means. A table of them says each word of a closed set once.
template <typename Meaning>
struct Word {
    std::string_view word;
    Meaning meaning;
};

/// The word of a meaning that the table has.
template <typename Meaning, std::size_t count>
constexpr std::string_view word_of(const Word<Meaning> (&words)[count], Meaning meaning) {
    for (const Word<Meaning>& each : words) {
        if (each.meaning == meaning) return each.word;
    }
    return "";
}

}  // namespace broadside
