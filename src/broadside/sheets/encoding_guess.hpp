#pragma once

#include <string_view>

#include "broadside/unicode/encodings.hpp"

namespace broadside::sheets {

/// Where neither a mark nor the bytes say the encoding, it is the one in which most bytes beyond
/// ASCII are letters of one language in words, or signs where signs stand; windows-1252 where none
/// is likely.
unicode::DecodedText decoded_text(std::string_view bytes);

}  // namespace broadside::sheets
