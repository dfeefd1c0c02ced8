#pragma once

#include <optional>
#include <string_view>
#include <vector>

namespace broadside::load {

/// SVG's `comma-wsp`: removes space with at most one comma in it from the start of `text`.
void skip_comma_space(std::string_view& text);

/// Numbers separated by space, a comma or nothing, where the sign or the point starts the next:
/// `0,0 1.5.5-2`.
std::optional<std::vector<double>> parse_number_list(std::string_view text);

}  // namespace broadside::load
