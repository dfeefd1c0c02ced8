#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace broadside::imports {

/// The language that texts are written in, by their letters and little words; "en" where they do
/// not tell.
std::string guessed_language(const std::vector<std::string_view>& texts);

}  // namespace broadside::imports
