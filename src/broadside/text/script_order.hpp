#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace broadside::text {

/// The ISO 15924 codes under which the manifest may list a family for text of `script` ("Latn",
/// "Hani") in `language` (BCP 47), the best first. Han characters are drawn differently in Chinese,
/// Japanese and Korean, so for them the language decides, and texts in these languages may take any
/// character from their own face. Then come symbol families, which serve every script, and last
/// the scripts that the language is written in.
std::vector<std::string> script_order(std::string_view script, std::string_view language);

/// Whether texts in this language have Han characters, or kana or hangul, which fill squares.
bool has_han_style(std::string_view language);

}  // namespace broadside::text
