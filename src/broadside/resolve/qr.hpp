#pragma once

#include <string>

#include "broadside/base/drawing.hpp"

namespace broadside::resolve {

/// A QR code (ISO/IEC 18004, error correction M) in the current colour, one drawing unit a module,
/// with a quiet zone of two modules. Null when the text is longer than a code can hold, 2331 bytes.
DrawingRef qr_drawing(const std::string& text);

}  // namespace broadside::resolve
