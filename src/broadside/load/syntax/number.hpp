#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

/// Numbers are read with std::from_chars: never with the process locale.
namespace broadside::load {

/// The whole text as a finite decimal number.
std::optional<double> parse_number(std::string_view text);

/// The whole text as digits.
std::optional<std::size_t> parse_whole_number(std::string_view text);

/// Reads the longest number at the start of `text` and removes it: `1.5.5-2` leaves `.5-2`.
std::optional<double> take_number(std::string_view& text);

}  // namespace broadside::load
