#pragma once

#include <memory>

#include <cairo.h>
#include <hb.h>

namespace broadside::emit {

struct CairoDeleter {
    void operator()(cairo_t* context) const { cairo_destroy(context); }
    void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
    void operator()(cairo_pattern_t* pattern) const { cairo_pattern_destroy(pattern); }
    void operator()(cairo_font_face_t* face) const { cairo_font_face_destroy(face); }
    void operator()(cairo_font_options_t* options) const { cairo_font_options_destroy(options); }
};

using CairoContext = std::unique_ptr<cairo_t, CairoDeleter>;
using CairoSurface = std::unique_ptr<cairo_surface_t, CairoDeleter>;
using CairoPattern = std::unique_ptr<cairo_pattern_t, CairoDeleter>;
using CairoFontFace = std::unique_ptr<cairo_font_face_t, CairoDeleter>;
using CairoFontOptions = std::unique_ptr<cairo_font_options_t, CairoDeleter>;

struct HarfBuzzDeleter {
    void operator()(hb_blob_t* blob) const { hb_blob_destroy(blob); }
    void operator()(hb_face_t* face) const { hb_face_destroy(face); }
    void operator()(hb_font_t* font) const { hb_font_destroy(font); }
    void operator()(hb_set_t* set) const { hb_set_destroy(set); }
};

using HarfBuzzBlob = std::unique_ptr<hb_blob_t, HarfBuzzDeleter>;
using HarfBuzzFace = std::unique_ptr<hb_face_t, HarfBuzzDeleter>;
using HarfBuzzFont = std::unique_ptr<hb_font_t, HarfBuzzDeleter>;
using HarfBuzzSet = std::unique_ptr<hb_set_t, HarfBuzzDeleter>;

}  // namespace broadside::emit
