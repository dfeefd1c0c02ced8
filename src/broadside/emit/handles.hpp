#pragma once

#include <cairo.h>
#include <hb.h>

#include "broadside/base/handle.hpp"

namespace broadside::emit {

using CairoContext = Handle<cairo_t, cairo_destroy>;
using CairoSurface = Handle<cairo_surface_t, cairo_surface_destroy>;
using CairoPattern = Handle<cairo_pattern_t, cairo_pattern_destroy>;
using CairoFontFace = Handle<cairo_font_face_t, cairo_font_face_destroy>;
using CairoFontOptions = Handle<cairo_font_options_t, cairo_font_options_destroy>;

using HarfBuzzBlob = Handle<hb_blob_t, hb_blob_destroy>;
using HarfBuzzFace = Handle<hb_face_t, hb_face_destroy>;
using HarfBuzzFont = Handle<hb_font_t, hb_font_destroy>;
using HarfBuzzSet = Handle<hb_set_t, hb_set_destroy>;

}  // namespace broadside::emit
