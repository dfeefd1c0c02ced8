#pragma once

#include <optional>
#include <string_view>

#include "broadside/base/units.hpp"

namespace broadside::load {

/// CSS Values 4, absolute lengths: a number and `pt`, `mm`, `cm`, `in` or `px`, without space
/// between. At least 0.
std::optional<Pt> parse_length(std::string_view text);

}  // namespace broadside::load
