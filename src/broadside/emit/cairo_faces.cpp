#include "broadside/emit/cairo_faces.hpp"

#include <cairo-ft.h>

#include <memory>
#include <set>
#include <utility>
#include <variant>

#include "broadside/emit/font_handles.hpp"
#include "broadside/emit/font_subset.hpp"

namespace broadside::emit {

namespace {

const cairo_user_data_key_t kOpenFaceKey = {};

/// Cairo holds on to faces after their last use, so the file stays open for as long as Cairo needs
/// it.
CairoFontFace make_cairo_face(std::shared_ptr<OpenFace> open) {
    CairoFontFace face(cairo_ft_font_face_create_for_ft_face(
        open->freetype(), FT_LOAD_NO_HINTING | FT_LOAD_NO_BITMAP));
    auto owner = std::make_unique<std::shared_ptr<OpenFace>>(std::move(open));
    const auto destroy = [](void* data) { delete static_cast<std::shared_ptr<OpenFace>*>(data); };
    if (cairo_font_face_set_user_data(face.get(), &kOpenFaceKey, owner.get(), destroy) ==
        CAIRO_STATUS_SUCCESS) {
        static_cast<void>(owner.release());
    }
    return face;
}

CairoFace whole_face(const FontFace& font, FontCache& fonts) {
    FontHandles& handles = fonts.handles(font);
    if (!handles.cairo) handles.cairo = make_cairo_face(fonts.open(font));
    return {fonts.open(font), CairoFontFace(cairo_font_face_reference(handles.cairo.get())), {}};
}

struct UsedFace {
    const FontFace* font = nullptr;
    std::set<std::uint32_t> glyphs;
};

std::map<FaceKey, UsedFace> used_faces(const scene::Scene& scene) {
    std::map<FaceKey, UsedFace> used;
    for (const scene::Page& page : scene.pages) {
        for (const scene::Op& op : page.ops) {
            const auto* line = std::get_if<scene::TextLine>(&op);
            if (line == nullptr) continue;
            for (const scene::Run& run : line->runs) {
                UsedFace& face = used[key_of(*run.glyphs.font)];
                face.font = run.glyphs.font.get();
                for (const RunGlyph& glyph : run.glyphs.glyphs) face.glyphs.insert(glyph.id);
            }
        }
    }
    return used;
}

CairoFace embeddable_face(const UsedFace& used, FontCache& fonts) {
    FontHandles& handles = fonts.handles(*used.font);
    if (!handles.harfbuzz)
        handles.harfbuzz = open_for_subsetting(used.font->file, used.font->index);
    std::shared_ptr<const OpenFace> file = fonts.open(*used.font);
    std::set<std::uint32_t> glyphs = used.glyphs;
    // The blank that `pdf_text` may need.
    glyphs.insert(FT_Get_Char_Index(file->freetype(), ' '));
    auto subset = subset_font(handles.harfbuzz.get(), glyphs);
    if (!subset) return whole_face(*used.font, fonts);
    std::shared_ptr<OpenFace> open = OpenFace::read(std::move(subset->file));
    if (!open) return whole_face(*used.font, fonts);
    return {std::move(file), make_cairo_face(std::move(open)), std::move(subset->glyphs)};
}

}  // namespace

CairoFaces whole_faces(const scene::Scene& scene, FontCache& fonts) {
    CairoFaces faces;
    for (const auto& [key, used] : used_faces(scene))
        faces.emplace(key, whole_face(*used.font, fonts));
    return faces;
}

CairoFaces embeddable_faces(const scene::Scene& scene, FontCache& fonts) {
    CairoFaces faces;
    for (const auto& [key, used] : used_faces(scene))
        faces.emplace(key, embeddable_face(used, fonts));
    return faces;
}

}  // namespace broadside::emit
