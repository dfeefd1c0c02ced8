#include "broadside/emit/html/japanese_lines.hpp"

#include "broadside/unicode/characters.hpp"
#include "broadside/unicode/numbers.hpp"

namespace broadside::emit {

bool may_end_japanese_line(char32_t before, char32_t after) {
    const bool is_counter = after == U'\u30f5' || after == U'\u30f6';  // small, within words
    const auto is_in_word = [](char32_t c) {
        return unicode::is_letter(c) || unicode::is_digit(c);
    };
    const bool begins_word = unicode::is_han_or_kana(after) && !unicode::is_digit(before);
    return is_in_word(before) && is_in_word(after) && !is_counter &&
           (begins_word || unicode::is_han_or_kana(before)) &&
           !unicode::is_inside_japanese_word(before, after);
}

}  // namespace broadside::emit
