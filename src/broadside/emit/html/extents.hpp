#pragma once

#include <algorithm>
#include <string_view>
#include <vector>

#include "broadside/doc/document.hpp"
#include "broadside/emit/html/widths.hpp"

/// How wide texts are in HTML, by their characters: estimates, in multiples of `main`.
namespace broadside::emit {

/// How wide what is set in one line is, and what no line parts.
struct Extent {
    double line = 0, word = 0;

    void widen(const Extent& other) {
        line = std::max(line, other.line);
        word = std::max(word, other.word);
    }
    double at_most(double limit) const { return std::max(word, std::min(line, limit)); }
};

Extent extent_of(const std::vector<doc::Span>& spans, TextSetting set);
Extent extent_of(const doc::Cell& cell, TextSetting set);

/// Of a text where two lines of it are as even as they can be.
double width_in_two_lines(const doc::Paragraph& text, TextSetting set);

/// How wide the longest word of a text is, of the size of its type.
double longest_word(std::string_view text, TextSetting set);

}  // namespace broadside::emit
