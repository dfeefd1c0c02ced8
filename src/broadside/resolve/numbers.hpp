#pragma once

#include <string>
#include <string_view>

namespace broadside::resolve {

/// A number as people write it: digits, separators, a sign in front, currency and per cent at
/// either end. Dates, ranges and version names are none.
bool is_number(std::string_view text);

/// Nothing but a dash, which stands for a missing number.
bool is_dash(std::string_view text);

/// The number with a real minus sign in place of a hyphen in front of its digits.
std::string with_minus_sign(std::string_view number);

}  // namespace broadside::resolve
