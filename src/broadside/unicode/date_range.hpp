#pragma once

#include <string>
#include <string_view>

#include "broadside/unicode/date_format.hpp"

namespace broadside::unicode {

/// From one date to another, as a language writes it, by CLDR: "1–14 March 2025". A line that has
/// no room for all of it may end between the two parts, of which the second may be empty.
struct DateRange {
    std::string first, second;
};

/// Two dates of one precision, the earlier first. `zero` is that of the digits.
DateRange format_range(std::string_view from, std::string_view to, std::string_view language,
                       DateLength length, char32_t zero);

}  // namespace broadside::unicode
