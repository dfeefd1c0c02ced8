#pragma once

#include <hb.h>

#include <cstdint>
#include <memory>
#include <string>

namespace broadside::emit {

struct HarfBuzzDeleter {
    void operator()(hb_blob_t* blob) const { hb_blob_destroy(blob); }
    void operator()(hb_face_t* face) const { hb_face_destroy(face); }
    void operator()(hb_font_t* font) const { hb_font_destroy(font); }
};

using HarfBuzzBlob = std::unique_ptr<hb_blob_t, HarfBuzzDeleter>;
using HarfBuzzFace = std::unique_ptr<hb_face_t, HarfBuzzDeleter>;
using HarfBuzzFont = std::unique_ptr<hb_font_t, HarfBuzzDeleter>;

/// One face of a font file, open for taking glyphs from it.
struct FontHandles {
    std::shared_ptr<const std::string> bytes;  // what HarfBuzz reads
    HarfBuzzFace harfbuzz;                     // the tables that drawing needs
    std::uint32_t space = 0;                   // glyph of the space; 0: none
};

}  // namespace broadside::emit
