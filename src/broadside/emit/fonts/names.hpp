#pragma once

#include <hb.h>

#include <string>

#include "broadside/base/font_face.hpp"

namespace broadside::emit {

/// A table `name` with a family and a PostScript name, as PDF lists them: those of `face` where
/// they are plain, else the family of the manifest.
std::string name_table(hb_face_t* face, const FontFace& font);

}  // namespace broadside::emit
