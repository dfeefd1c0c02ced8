#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "broadside/base/digits.hpp"

namespace broadside::resolve {

/// Spaces and signs that the pass sets itself.
inline constexpr std::string_view kNoBreakSpace = "\u00a0";
inline constexpr std::string_view kNarrowNoBreakSpace = "\u202f";
inline constexpr std::string_view kMinusSign = "\u2212";
inline constexpr std::string_view kMiddleDot = "\u00b7";

/// The code points of valid UTF-8, which loading guarantees.
std::u32string decode(std::string_view utf8);

/// The code point that ends just before byte `at`, which is not 0.
char32_t code_point_before(std::string_view utf8, std::size_t at);

bool is_space(char32_t c);

/// A letter of any script. Told by what is known to be none, so that no Unicode tables are needed.
bool is_letter(char32_t c);

/// A letter of a script that sets no spaces between words: Han, kana, Thai, Lao, Khmer, Burmese.
bool is_letter_without_word_spaces(char32_t c);

}  // namespace broadside::resolve
