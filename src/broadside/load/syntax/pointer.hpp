#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace broadside::load {

/// RFC 6901: `~` and `/` inside a key are written `~0` and `~1`.
std::string child_pointer(std::string_view parent, std::string_view key);
std::string child_pointer(std::string_view parent, std::size_t index);

/// The keys of a pointer, unescaped: `/a/0` gives "a", "0".
std::vector<std::string> pointer_keys(std::string_view pointer);

}  // namespace broadside::load
