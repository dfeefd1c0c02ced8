#include "broadside/unknown_word.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "broadside/base/did_you_mean.hpp"

namespace broadside {

Diagnostic unknown_word(const UnknownWord& unknown) {
    Diagnostic diagnostic;
    diagnostic.code = fmt::format("job-unknown-{}", unknown.what);
    std::replace(diagnostic.code.begin(), diagnostic.code.end(), ' ', '-');
    diagnostic.message = fmt::format("unknown {} \"{}\"", unknown.what, unknown.word);
    if (const auto near = nearest(unknown.word, unknown.known)) {
        diagnostic.hints.push_back(fmt::format("did you mean \"{}\"?", *near));
    }
    if (!unknown.known.empty()) {
        diagnostic.hints.push_back(fmt::format("known: {}", fmt::join(unknown.known, ", ")));
    }
    return diagnostic;
}

}  // namespace broadside
