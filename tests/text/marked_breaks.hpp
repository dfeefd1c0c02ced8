#pragma once

#include <string>
#include <string_view>

#include "broadside/text/breaks.hpp"
#include "broadside/unicode/utf8.hpp"

namespace broadside::test {

/// The text with `|` where a line may end and `~` where it may in an emergency.
inline std::string marked_breaks(std::string_view utf8, std::string_view language) {
    const text::Paragraph paragraph = text::join_spans({{utf8, {}}});
    const std::vector<text::Break> breaks = text::find_breaks(paragraph, language);
    std::string shown;
    for (std::size_t i = 0; i < breaks.size(); ++i) {
        const unicode::Character& character = paragraph.characters[i];
        shown += paragraph.utf8.substr(character.begin, character.size);
        if (breaks[i] == text::Break::Allowed) shown += '|';
        if (breaks[i] == text::Break::Emergency) shown += '~';
    }
    return shown;
}

}  // namespace broadside::test
