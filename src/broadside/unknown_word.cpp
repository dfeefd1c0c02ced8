#include "broadside/unknown_word.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "broadside/base/did_you_mean.hpp"

namespace broadside {

Diagnostic unknown_word(const UnknownWord& unknown) {
    std::string code = fmt::format("job-unknown-{}", unknown.what);
    std::replace(code.begin(), code.end(), ' ', '-');
    Hints hints = did_you_mean(nearest(unknown.word, unknown.known));
    if (!unknown.known.empty())
        hints.push_back(fmt::format("known: {}", fmt::join(unknown.known, ", ")));
    return wrong_use(std::move(code), fmt::format("unknown {} \"{}\"", unknown.what, unknown.word),
                     std::move(hints));
}

}  // namespace broadside
