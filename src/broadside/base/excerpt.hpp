#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace broadside {

/// At most `limit` bytes of a UTF-8 text, cut at the end of a word where one is near, between
/// characters elsewhere, with an ellipsis where something was left out. By default as much as
/// messages quote of a value.
std::string excerpt(std::string_view text, std::size_t limit = 40);

}  // namespace broadside
