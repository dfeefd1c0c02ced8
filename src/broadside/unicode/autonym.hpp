#pragma once

#include <string_view>

namespace broadside::unicode {

/// What a language calls itself, as CLDR has it: "français"; of a tag that it does not know, what
/// the nearest parent does, and the tag itself where there is none.
std::string_view autonym(std::string_view language);

}  // namespace broadside::unicode
