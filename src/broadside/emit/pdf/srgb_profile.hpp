#pragma once

#include <string>

namespace broadside::emit {

/// An ICC profile (ICC.1:2001-04, version 2.1) of sRGB (IEC 61966-2-1), made for display: three
/// primaries, adapted to D50, and one curve.
std::string srgb_profile();

}  // namespace broadside::emit
