#pragma once

#include <string>

#include "broadside/base/colour.hpp"

/// How style sheets name colours, so that others may take their places.
namespace broadside::emit {

/// Behind `--bsd-`: its name in the palette, else "colour-16233a".
std::string theme_name(Colour colour);

/// `light-dark(#16233a,#e8ecf5)`
std::string light_dark(Colour colour);

}  // namespace broadside::emit
