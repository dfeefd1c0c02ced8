#pragma once

#include <cstddef>
#include <vector>

#include "broadside/base/units.hpp"

namespace broadside::layout {

/// How many of the items, in order, stand in each of `columns` columns so that the highest column
/// is as low as it can be; earlier columns are filled first, but none is left empty that there are
/// items enough for. The counts add up to the number of items.
std::vector<std::size_t> balance(const std::vector<Pt>& heights, Pt gap, std::size_t columns);

}  // namespace broadside::layout
