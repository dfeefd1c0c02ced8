#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "broadside/resolve/embedded_names.hpp"

namespace broadside::resolve {

/// Where a right-to-left line is nothing but figures that read as in a sentence of it: ranges
/// ("8–20"), figures behind a relation ("< 5%"), and what a unit or a currency stands beside
/// ("980–1,450 ₪", "5 kg"). None of any other line. The parts that keep their own order from left
/// to right, in order of their places: units, and figures with a sign or a tolerance.
std::optional<std::vector<TextRange>> find_quantities(std::string_view line);

}  // namespace broadside::resolve
