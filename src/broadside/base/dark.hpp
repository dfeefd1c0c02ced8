#pragma once

#include "broadside/base/colour.hpp"

namespace broadside {

/// What takes a colour's place on a dark page: what its palette says, else its hue with dark for
/// light and light for dark.
/// Bars that are dark stay so, and so does what is light on them.
Colour in_the_dark(Colour colour);

}  // namespace broadside
