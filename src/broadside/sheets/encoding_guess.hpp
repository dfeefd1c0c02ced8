#pragma once

#include <string>
#include <string_view>

namespace broadside::sheets {

/// The encoding in which most bytes beyond ASCII of a text that is no UTF-8 are letters of one
/// language in words, or signs where signs stand; "windows-1252" where none is likely.
std::string guessed_encoding(std::string_view bytes);

}  // namespace broadside::sheets
