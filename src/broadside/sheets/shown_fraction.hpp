#pragma once

#include <string>
#include <string_view>

/// Formats that show a number as a fraction: "# ?/?" and "# ??/16".
namespace broadside::sheets {

struct ShownFraction {
    long long largest = 0;                 // denominator; 0: the format shows no fraction
    bool is_fixed = false;                 // it is the only one
    bool has_whole = false;                // 1 1/3, not 4/3
    bool has_zero = false;                 // 0 1/3, not 1/3
    std::string before = {}, behind = {};  // words
};

/// `label`: a section of a format, with its places of digits as `number_labels` has them.
ShownFraction fraction_by_format(std::string_view label);

/// The nearest fraction, the one of the smallest denominator where several are, between the
/// format's words.
std::string written_fraction(double value, const ShownFraction& shown);

}  // namespace broadside::sheets
