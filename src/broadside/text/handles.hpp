#pragma once

#include <hb.h>

#include "broadside/base/handle.hpp"

namespace broadside::text {

using HarfBuzzBlob = Handle<hb_blob_t, hb_blob_destroy>;
using HarfBuzzBuffer = Handle<hb_buffer_t, hb_buffer_destroy>;
using HarfBuzzFace = Handle<hb_face_t, hb_face_destroy>;
using HarfBuzzFont = Handle<hb_font_t, hb_font_destroy>;
using HarfBuzzFontFunctions = Handle<hb_font_funcs_t, hb_font_funcs_destroy>;

}  // namespace broadside::text
