#pragma once

#include <glib.h>
#include <hb.h>

#include <memory>

namespace broadside::text {

struct GFree {
    void operator()(void* memory) const { g_free(memory); }
};

struct HarfBuzzDeleter {
    void operator()(hb_blob_t* blob) const { hb_blob_destroy(blob); }
    void operator()(hb_buffer_t* buffer) const { hb_buffer_destroy(buffer); }
    void operator()(hb_face_t* face) const { hb_face_destroy(face); }
    void operator()(hb_font_t* font) const { hb_font_destroy(font); }
    void operator()(hb_font_funcs_t* functions) const { hb_font_funcs_destroy(functions); }
};

using BlobHandle = std::unique_ptr<hb_blob_t, HarfBuzzDeleter>;
using BufferHandle = std::unique_ptr<hb_buffer_t, HarfBuzzDeleter>;
using FaceHandle = std::unique_ptr<hb_face_t, HarfBuzzDeleter>;
using FontHandle = std::unique_ptr<hb_font_t, HarfBuzzDeleter>;
using FontFunctionsHandle = std::unique_ptr<hb_font_funcs_t, HarfBuzzDeleter>;

}  // namespace broadside::text
