#pragma once

#include <hb.h>

#include <memory>

#include "broadside/emit/faces.hpp"
#include "broadside/emit/handles.hpp"

namespace broadside::emit {

struct HarfBuzzDeleter {
    void operator()(hb_blob_t* blob) const { hb_blob_destroy(blob); }
    void operator()(hb_face_t* face) const { hb_face_destroy(face); }
};

using HarfBuzzBlob = std::unique_ptr<hb_blob_t, HarfBuzzDeleter>;
using HarfBuzzFace = std::unique_ptr<hb_face_t, HarfBuzzDeleter>;

/// One font file, as each library knows it.
struct FontHandles {
    std::shared_ptr<OpenFace> open;
    CairoFontFace cairo;
    HarfBuzzFace harfbuzz;
};

}  // namespace broadside::emit
