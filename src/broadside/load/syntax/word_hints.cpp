#include "broadside/load/syntax/word_hints.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "broadside/base/did_you_mean.hpp"

namespace broadside::load {

namespace {

/// More words than this are no help on one line.
constexpr std::size_t kMostWordsListed = 24;

}  // namespace

std::vector<std::string> word_hints(std::string_view word, std::span<const std::string_view> words,
                                    std::string_view known) {
    if (const auto meant = nearest(word, words))
        return {fmt::format("did you mean \"{}\"?", *meant)};
    if (words.empty() || words.size() > kMostWordsListed) return {};
    return {fmt::format("{}: {}", known, fmt::join(words.begin(), words.end(), ", "))};
}

}  // namespace broadside::load
