#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace broadside::conformance {

/// What zlib packed; none when it is damaged, when something follows it, or when it is more than
/// `most` bytes.
std::optional<std::string> inflated(std::string_view packed, std::size_t most);

}  // namespace broadside::conformance
