#pragma once

#include "broadside/base/drawing.hpp"
#include "broadside/base/url.hpp"

namespace broadside::resolve {

/// What a code stands on. Readers look for dark modules on light ground and for nothing else.
enum class QrGround {
    Paper,  // of the page, in the current colour, with a quiet zone of two modules
    Plate,  // white with black modules, and the whole quiet zone
};

/// The paper where the ink is so much darker that a code can be read, else a plate.
QrGround qr_ground(Colour ink, Colour paper);

/// A QR code (ISO/IEC 18004, error correction M), one drawing unit a module. Null when the address
/// is longer than a code can hold, 2331 bytes.
DrawingRef qr_drawing(const Url& url, QrGround ground = QrGround::Paper);

}  // namespace broadside::resolve
