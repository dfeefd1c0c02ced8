#pragma once

#include <string>
#include <utility>

#include "broadside/load/read_value.hpp"

namespace broadside::load {

/// As it was written: its digits are its precision, which an exponent would hide.
std::string read_figure(const Node& node, Report& report);

/// One of 0 or more.
std::string read_tolerance(const Node& node, Report& report);

/// Two of them.
std::pair<std::string, std::string> read_interval(const Node& node, Report& report);

/// Reports a number that its column cannot draw.
void check_scale(const Node& node, Report& report, const model::Column& column,
                 const model::Cell& cell);

}  // namespace broadside::load
