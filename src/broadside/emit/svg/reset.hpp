#pragma once

#include <string>
#include <string_view>

namespace broadside::emit {

/// What a page around an inlined SVG hands down to what is in it, taken back. The attributes, of
/// the group that holds all content, need no style sheet, which some pages forbid; the rules also
/// stand against a page's own rules for elements of SVG. Both under the root's id, `kFileName`.
std::string reset_attributes();

/// `content`, all that the group holds, keeps by rules what it says in attributes.
std::string reset_rules(std::string_view content);

}  // namespace broadside::emit
