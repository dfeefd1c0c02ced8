#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace broadside::load {

/// One hint: `did you mean "…"?` when a word is near enough, otherwise the words themselves,
/// introduced by `known`. Very many words are not listed.
std::vector<std::string> word_hints(std::string_view word, std::span<const std::string_view> words,
                                    std::string_view known);

}  // namespace broadside::load
