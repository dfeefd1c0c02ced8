#pragma once

#include <string>
#include <string_view>

namespace broadside::imports {

/// A text with signs for print in place of emoji that are their coloured forms, as ✓ for ✅; without
/// tones of skin, which one colour does not show.
std::string with_signs_for_print(std::string_view text);

}  // namespace broadside::imports
