#pragma once

#include <compare>
#include <cstddef>
#include <map>
#include <string>
#include <string_view>

#include "broadside/base/word.hpp"

/// What is known of translations, from locale files to reports.
namespace broadside {

/// Eight hexadecimal digits that stand for a source text: FNV-1a of 32 bits over its UTF-8. They
/// are kept in files for years, so the function is one that anybody can write in five lines of any
/// language; of two versions of a text that differ in one place it never makes the same digits when
/// that place is one byte, and otherwise once in four thousand million times.
std::string text_hash(std::string_view text);

/// What files and reports call it whether somebody whose language it is has read a translation.
inline constexpr Word<bool> kReviews[] = {{"draft", false}, {"reviewed", true}};

/// How much of a dataset is in a language. Names, addresses and numbers do not count.
struct TranslationCounts {
    std::size_t texts = 0;       // that are for translation
    std::size_t translated = 0;  // of these, the ones in the language or a parent of it
    std::map<std::string, std::size_t> fallbacks;  // by the language that the others stay in
    bool is_reviewed = false;                      // by somebody whose language it is
    std::size_t stale = 0;  // words of the language or a parent whose source has changed since
    auto operator<=>(const TranslationCounts&) const = default;
};

}  // namespace broadside
