#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

/// Numbers are read with std::from_chars: never with the process locale.
namespace broadside::load {

/// The whole text as a finite decimal number.
std::optional<double> parse_number(std::string_view text);

/// The whole text as digits.
std::optional<std::size_t> parse_whole_number(std::string_view text);

/// Reads the longest number at the start of `text` and removes it: `1.5.5-2` leaves `.5-2`.
std::optional<double> take_number(std::string_view& text);

/// Removes space from the start of `text`, and SVG's `comma-wsp`: space with at most one comma.
void skip_white_space(std::string_view& text);
void skip_comma_space(std::string_view& text);

/// Numbers separated by space, a comma or nothing, where the sign or the point starts the next:
/// `0,0 1.5.5-2`.
std::optional<std::vector<double>> parse_number_list(std::string_view text);

}  // namespace broadside::load
