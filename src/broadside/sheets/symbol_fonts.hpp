#pragma once

#include <string>
#include <string_view>

/// Fonts that show a sign in place of each letter: a "ü" of Wingdings is a tick.
namespace broadside::sheets {

bool is_symbol_font(std::string_view font);

/// A text in a symbol font as the characters that it shows; those that are not known stay.
std::string as_symbols(std::string_view text, std::string_view font);

}  // namespace broadside::sheets
