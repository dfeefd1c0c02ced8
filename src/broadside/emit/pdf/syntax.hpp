#pragma once

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>

#include "broadside/base/colour.hpp"

/// How a PDF file writes numbers and texts (PDF 1.7, 7.3).
namespace broadside::emit {

/// Without an exponent, which PDF does not know, and without zeros at the end.
void append_number(std::string& out, double number, int decimals);

/// An array of numbers.
std::string array_of(std::initializer_list<double> numbers, int decimals);

/// Its channels from 0 to 1, each with a space.
void append_colour(std::string& out, Colour colour, int decimals);

/// To the object of that number (7.3.10), and a space.
void append_reference(std::string& out, int object);

/// A string of these bytes between parentheses, of printable ASCII alone: whatever they say, they
/// end nothing but themselves.
std::string byte_string(std::string_view bytes);

/// A text string (7.9.2.2), which may be of any language, from valid UTF-8.
std::string text_string(std::string_view utf8);

/// Its four hexadecimal digits.
void append_hexadecimal(std::string& out, std::uint16_t number);

/// Hexadecimal digits of UTF-16, the higher byte first, from valid UTF-8.
void append_utf16(std::string& out, std::string_view utf8);

}  // namespace broadside::emit
