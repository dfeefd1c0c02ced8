#pragma once

#include <set>
#include <string>
#include <string_view>

namespace broadside::imports {

/// A text in which signs for print stand for emoji, as ✓ for ✅, and others are left out; unchanged
/// where nothing else is in it. What was left out is added to `dropped`.
std::string without_emoji(std::string_view text, std::set<char32_t>& dropped);

}  // namespace broadside::imports
