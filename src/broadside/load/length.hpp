#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "broadside/base/geometry.hpp"
#include "broadside/base/units.hpp"
#include "broadside/base/width_rule.hpp"

/// Lengths, widths and sheets of paper as layouts write them.
namespace broadside::load {

/// CSS Values 4, absolute lengths: a number and `pt`, `mm`, `cm`, `in` or `px`, without space
/// between. At least 0.
std::optional<Pt> parse_length(std::string_view text);

/// `min-content`, `max-content`, `fit-content(<length>)`, `<n>fr`, `<n>%` or a length; fractions,
/// percentages and lengths are above 0, percentages at most 100.
std::optional<WidthRule> parse_width_rule(std::string_view text);

/// The size of a named sheet, portrait.
std::optional<Size> find_page_size(std::string_view name);

std::span<const std::string_view> page_size_names();

}  // namespace broadside::load
