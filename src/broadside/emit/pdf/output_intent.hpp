#pragma once

#include <string>

#include "broadside/emit/pdf/writer.hpp"

namespace broadside::emit {

/// The output intent that says what red, green and blue are: sRGB (IEC 61966-2-1). Writes its
/// profile.
std::string output_intent(PdfWriter& writer);

}  // namespace broadside::emit
