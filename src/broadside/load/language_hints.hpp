#pragma once

#include <string>
#include <string_view>
#include <vector>

/// What to say about tags of languages.
namespace broadside::load {

/// How to write it right, for one that is no tag.
std::vector<std::string> language_hints(std::string_view text);

/// What is odd about a well-formed tag, as a message: its two letters are no code of ISO 639-1, or
/// its three letters have a shorter form, which BCP 47 wants. Empty: nothing.
std::string odd_language(std::string_view tag);

}  // namespace broadside::load
