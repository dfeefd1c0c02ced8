#pragma once

#include <map>

#include "broadside/emit/fonts/faces.hpp"
#include "broadside/emit/handles.hpp"

namespace broadside::emit {

/// A face as Cairo draws with it, unhinted, so that glyphs have their printed shape at every size.
struct CairoFace {
    Face font;
    CairoFontFace handle;
};

using CairoFaces = std::map<FaceKey, CairoFace>;

/// From now on Cairo changes the faces as it draws.
CairoFaces cairo_faces(const Faces& faces);

}  // namespace broadside::emit
