#pragma once

#include <cstdint>
#include <string_view>

#include "broadside/sheets/sheet.hpp"

/// What a number's format must be, by what it made of the number: an OpenDocument has both.
namespace broadside::sheets {

struct ShownAs {
    enum class Kind : std::uint8_t { Figure, Money, Percent };
    Kind kind = Kind::Figure;
    std::string_view currency;  // of money: a code of ISO 4217
    std::string_view text;      // empty: not told, or of a value that is hidden
};

/// Gives a cell its number with the digits and the unit that the text shows, or the text where it
/// shows words, a label's digits or a fraction.
void set_shown_number(Cell& cell, double value, const ShownAs& shown_as);

}  // namespace broadside::sheets
