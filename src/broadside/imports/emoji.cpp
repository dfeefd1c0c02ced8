#include "broadside/imports/emoji.hpp"

#include <algorithm>
#include <utility>

#include "broadside/unicode/utf8.hpp"

namespace broadside::imports {

namespace {

constexpr std::pair<char32_t, char32_t> kForPrint[] = {
    {U'✅', U'✓'}, {U'✔', U'✓'}, {U'❌', U'✗'}, {U'❎', U'✗'}, {U'⭐', U'★'}, {U'❗', U'!'},
    {U'❓', U'?'}, {U'➕', U'+'}, {U'➖', U'−'}, {U'⭕', U'○'}, {U'⚪', U'○'}, {U'⚫', U'●'}};

/// Emoji_Modifier (UTS 51), and what asks for the coloured form.
bool is_colour(char32_t c) { return (c >= 0x1F3FB && c <= 0x1F3FF) || c == 0xFE0F; }

}  // namespace

std::string with_signs_for_print(std::string_view text) {
    std::u32string signs;
    for (const char32_t c : unicode::decode(text)) {
        const auto* known = std::find_if(std::begin(kForPrint), std::end(kForPrint),
                                         [c](const auto& pair) { return pair.first == c; });
        if (known != std::end(kForPrint))
            signs += known->second;
        else if (!is_colour(c))
            signs += c;
    }
    return unicode::encode(signs);
}

}  // namespace broadside::imports
