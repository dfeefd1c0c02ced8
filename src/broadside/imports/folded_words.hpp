#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "broadside/unicode/folding.hpp"

namespace broadside::imports {

/// A list of words as they are compared: without the difference of capitals and small letters.
template <typename Words>
std::vector<std::string> folded_words(const Words& words) {
    std::vector<std::string> folded;
    for (const std::string_view word : words) folded.push_back(unicode::folded(word));
    return folded;
}

}  // namespace broadside::imports
