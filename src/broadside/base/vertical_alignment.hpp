#pragma once

#include <cstdint>

namespace broadside {

/// Where the content of a cell stands in its height.
enum class VerticalAlignment : std::uint8_t { Top, Middle, Bottom };

}  // namespace broadside
