#pragma once

#include <hb.h>

#include "broadside/base/handle.hpp"

namespace broadside::emit {

using HarfBuzzBlob = Handle<hb_blob_t, hb_blob_destroy>;
using HarfBuzzFace = Handle<hb_face_t, hb_face_destroy>;
using HarfBuzzFont = Handle<hb_font_t, hb_font_destroy>;
using HarfBuzzSet = Handle<hb_set_t, hb_set_destroy>;

}  // namespace broadside::emit
