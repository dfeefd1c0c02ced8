#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "broadside/base/diagnostic.hpp"

namespace broadside {

/// A word of the job that means nothing, and the words that would have meant something.
struct UnknownWord {
    std::string_view what;  // "layout"
    std::string_view word;
    std::vector<std::string> known;
};

/// `unknown layout "flier"`, with the nearest known word and all known words as hints. Its code is
/// `job-unknown-layout`.
Diagnostic unknown_word(const UnknownWord& unknown);

}  // namespace broadside
