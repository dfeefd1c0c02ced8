#pragma once

#include <string>
#include <string_view>
#include <utility>

#include "broadside/load/read_value.hpp"

namespace broadside::load {

/// Whether a text is a number as JSON writes it, without exponent: what writes JSON loses the 0 at
/// the end of 3.60, and may put the number between quotes instead.
bool is_figure(std::string_view text);

/// As it was written, with or without quotes: its digits are its precision, which an exponent would
/// hide.
std::string read_figure(const Node& node, Report& report);

/// One of 0 or more.
std::string read_tolerance(const Node& node, Report& report);

/// Two of them.
std::pair<std::string, std::string> read_interval(const Node& node, Report& report);

/// Reports a number that its column cannot draw.
void check_scale(const Node& node, Report& report, const model::Column& column,
                 const model::Cell& cell);

}  // namespace broadside::load
