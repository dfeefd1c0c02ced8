#pragma once

#include <algorithm>

#include "broadside/base/units.hpp"

namespace broadside::layout {

/// How narrow content can be made, and how wide it would be at most.
struct ContentWidths {
    Pt min_content, max_content;
    Pt least;                 // with long words broken, where the setting allows it
    Pt whole_words = {};      // with none hyphenated
    Pt parted = min_content;  // with names that head columns hyphenated

    /// To what the other needs, where that is more.
    void raise(const ContentWidths& other) {
        min_content = std::max(min_content, other.min_content);
        max_content = std::max(max_content, other.max_content);
        least = std::max(least, other.least);
        whole_words = std::max(whole_words, other.whole_words);
        parted = std::max(parted, other.parted);
    }
};

}  // namespace broadside::layout
