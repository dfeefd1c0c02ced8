#include "broadside/emit/theme.hpp"

#include <fmt/format.h>

#include "broadside/base/dark.hpp"

namespace broadside::emit {

std::string theme_name(Colour colour) {
    if (colour.name != PaletteColour::None) return std::string(to_string(colour.name));
    return "colour-" + to_string(colour).substr(1);
}

std::string light_dark(Colour colour) {
    return fmt::format("light-dark({},{})", to_string(colour), to_string(in_the_dark(colour)));
}

}  // namespace broadside::emit
