#pragma once

#include <optional>
#include <string_view>

#include "broadside/base/width_rule.hpp"

namespace broadside::load {

/// `min-content`, `max-content`, `fit-content(<length>)`, `<n>fr`, `<n>%` or a length; fractions,
/// percentages and lengths are above 0, percentages at most 100.
std::optional<WidthRule> parse_width_rule(std::string_view text);

}  // namespace broadside::load
