#include "broadside/emit/png/cairo_faces.hpp"

#include <cairo-ft.h>

#include <memory>
#include <new>

namespace broadside::emit {

namespace {

const cairo_user_data_key_t kOpenFaceKey = {};

/// Cairo holds on to faces after their last use, so the font stays open for as long as Cairo needs
/// it.
CairoFontFace make_cairo_face(const std::shared_ptr<OpenFace>& open) {
    auto owner = std::make_unique<std::shared_ptr<OpenFace>>(open);
    CairoFontFace face(cairo_ft_font_face_create_for_ft_face(
        open->freetype(), FT_LOAD_NO_HINTING | FT_LOAD_NO_BITMAP));
    const auto release = [](void* data) { delete static_cast<std::shared_ptr<OpenFace>*>(data); };
    if (cairo_font_face_set_user_data(face.get(), &kOpenFaceKey, owner.get(), release) !=
        CAIRO_STATUS_SUCCESS) {
        throw std::bad_alloc();
    }
    static_cast<void>(owner.release());
    return face;
}

}  // namespace

CairoFaces cairo_faces(const Faces& faces) {
    CairoFaces made;
    for (const auto& [key, face] : faces)
        made.emplace(key, CairoFace{face, make_cairo_face(face.open)});
    return made;
}

}  // namespace broadside::emit
