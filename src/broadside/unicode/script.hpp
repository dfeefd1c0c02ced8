#pragma once

#include <string>
#include <string_view>

namespace broadside::unicode {

/// Base direction of a text or a document.
enum class Direction { LeftToRight, RightToLeft };

/// The ISO 15924 code ("Arab") of the script that a tag names, or else of the one that its language
/// is commonly written in where it is (CLDR, likely subtags): in Pakistan Punjabi is Arabic. Of
/// languages that nobody writes from right to left or with Han characters, empty. The tag may be in
/// any case.
std::string script_of(std::string_view tag);

/// The direction of a BCP 47 language: that of its script.
Direction direction_of(std::string_view language);

}  // namespace broadside::unicode
