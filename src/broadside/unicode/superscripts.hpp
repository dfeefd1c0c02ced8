#pragma once

#include <string_view>

/// Digits and small letters above the line, as characters of their own: "²", "ᵃ".
namespace broadside::unicode {

/// Of a digit, a small letter of ASCII, or a sign of powers; empty: there is none.
std::string_view superscript_of(char plain);

/// What a character is above the line; 0: it is no such character.
char plain_of_superscript(char32_t c);

}  // namespace broadside::unicode
