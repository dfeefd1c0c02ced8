#pragma once

#include <string_view>

#include "broadside/imports/table.hpp"

namespace broadside::imports {

/// The unit that a head ends in, in brackets: "kg" of "Weight (kg)" and "Weight [in kg]"; empty
/// where it ends in no brackets, or in those of something else.
std::string_view unit_in_head(std::string_view title);

/// Columns whose cells are numbers take the units of their heads, whose titles then go without.
/// Heads stay where two would be called the same.
void take_units_of_heads(Table& table);

}  // namespace broadside::imports
