#pragma once

#include <string>
#include <vector>

namespace broadside::layout {

/// What to do about characters that no font has where one of them is a pictogram for which there is
/// a symbol, as ✅; empty: nothing.
std::string symbol_hint(const std::vector<char32_t>& missing);

}  // namespace broadside::layout
