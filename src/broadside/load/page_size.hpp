#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "broadside/base/geometry.hpp"

namespace broadside::load {

/// The size of a named sheet, portrait.
std::optional<Size> find_page_size(std::string_view name);

std::span<const std::string_view> page_size_names();

}  // namespace broadside::load
