#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace broadside {

/// An opaque sRGB colour, 8 bits a channel. Tints are mixed when the layout is authored, never by
/// alpha: printers dislike transparency, and PDF/A-1 and PDF/X forbid or flatten it.
struct Colour {
    std::uint8_t red = 0, green = 0, blue = 0;
    bool operator==(const Colour&) const = default;
};

/// Reads `#rgb` or `#rrggbb`, the two hexadecimal notations of CSS Color 4 without alpha.
std::optional<Colour> parse_colour(std::string_view text);

/// Writes `#rrggbb`.
std::string to_string(Colour colour);

}  // namespace broadside
