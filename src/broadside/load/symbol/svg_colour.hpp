#pragma once

#include <optional>
#include <string_view>

#include "broadside/base/colour.hpp"

namespace broadside::load {

/// A colour with how much of it shows, 0 to 1.
struct SvgColour {
    Colour colour;
    double alpha = 1;
};

/// Keywords of CSS have no case. `keyword` is in lower case.
bool is_css_keyword(std::string_view value, std::string_view keyword);

/// The whole text as a colour of CSS Color 4: names, `#rgb`, `#rrggbb` and both with alpha,
/// `rgb()` and `rgba()`.
std::optional<SvgColour> parse_svg_colour(std::string_view text);

}  // namespace broadside::load
