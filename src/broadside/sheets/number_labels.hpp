#pragma once

#include <string>
#include <string_view>

#include "broadside/sheets/number_format.hpp"

/// Formats whose digits are no quantity's: postcodes, quarters, numbers of telephones.
namespace broadside::sheets {

/// In a label: places of digits that are always shown, places of others, and the decimal sign. All
/// else in it is words.
inline constexpr char kZero = '\1', kDigit = '\2', kPoint = '\3';

/// Whether a text is a dash, maybe with a currency's sign: what accounts write for zero.
bool stands_for_zero(std::string_view text);

/// Whether words before digits make the whole words: they are no currency.
bool is_label_before(std::string_view words, const NumberFormat& format);

/// Whether the digits have words before them or signs among them, or zeros in front.
bool is_label(std::string_view label, const NumberFormat& format);

/// A number of JSON in the places of a label.
std::string labelled(std::string_view label, std::string_view number);

}  // namespace broadside::sheets
