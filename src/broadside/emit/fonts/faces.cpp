#include "broadside/emit/fonts/faces.hpp"

#include <new>
#include <set>
#include <utility>
#include <vector>

#include FT_ADVANCES_H

#include <fmt/format.h>

namespace broadside::emit {

std::shared_ptr<OpenFace> OpenFace::read(std::string bytes) {
    std::shared_ptr<OpenFace> opened(new OpenFace);
    opened->bytes_ = std::move(bytes);
    if (FT_Init_FreeType(&opened->library_) != 0) throw std::bad_alloc();
    const auto* data = reinterpret_cast<const FT_Byte*>(opened->bytes_.data());
    const auto size = static_cast<FT_Long>(opened->bytes_.size());
    const FT_Error error = FT_New_Memory_Face(opened->library_, data, size, 0, &opened->face_);
    if (error == FT_Err_Out_Of_Memory) throw std::bad_alloc();
    return error == 0 ? opened : nullptr;
}

OpenFace::~OpenFace() {
    if (face_ != nullptr) FT_Done_Face(face_);
    if (library_ != nullptr) FT_Done_FreeType(library_);
}

double Face::advance(std::uint32_t id) const {
    FT_Fixed advance = 0;
    FT_Get_Advance(open->freetype(), glyph(id), FT_LOAD_NO_SCALE, &advance);
    return static_cast<double>(advance) / open->freetype()->units_per_EM;
}

namespace {

struct FaceGlyphs {
    const FontFace* font = nullptr;
    std::set<std::uint32_t> glyphs;
    std::vector<bool> has;  // by glyph: whether it is one of those
};

std::map<FaceKey, FaceGlyphs> used_faces(const scene::Scene& scene) {
    std::map<FaceKey, FaceGlyphs> used;
    FaceGlyphs* latest = nullptr;
    for (const scene::Page& page : scene.pages) {
        scene::for_each_run(page, [&](const LineRun& run) {
            const FontFace* font = run.glyphs.font.get();
            if (latest == nullptr || latest->font != font) latest = &used[key_of(*font)];
            latest->font = font;
            for (const RunGlyph& glyph : run.glyphs.glyphs) {
                if (glyph.id >= latest->has.size()) latest->has.resize(glyph.id + 1);
                if (latest->has[glyph.id]) continue;
                latest->has[glyph.id] = true;
                latest->glyphs.insert(glyph.id);
            }
        });
    }
    return used;
}

bool loads(const Face& face) {
    for (const auto& [id, number] : face.subset->glyphs) {
        const FT_Error error = FT_Load_Glyph(face.open->freetype(), number, FT_LOAD_NO_SCALE);
        if (error == FT_Err_Out_Of_Memory) throw std::bad_alloc();
        if (error != 0) return false;
    }
    return true;
}

/// No face when the font is damaged.
Face open_face(const FaceGlyphs& used, FontCache& fonts) {
    if (!used.font->bytes) return {};
    const FontHandles& handles = fonts.open(*used.font);
    std::set<std::uint32_t> glyphs = used.glyphs;
    // The blank that `pdf_text` may need.
    glyphs.insert(handles.space);
    const auto kept = fonts.kept(*used.font, glyphs);
    if (kept != nullptr) return {OpenFace::read(kept->file), kept, handles.space};
    auto made = subset_font(handles.harfbuzz.get(), glyphs);
    if (!made) return {};
    const auto subset = std::make_shared<const FontSubset>(*std::move(made));
    Face face{OpenFace::read(subset->file), subset, handles.space};
    if (!face.open || !loads(face)) return {};
    fonts.keep(*used.font, subset);
    return face;
}

}  // namespace

Diagnostic damaged_outlines(const std::string& family, const FaceKey& face) {
    return error("damaged-font",
                 fmt::format("the outlines of '{}', face {} of this font file, are damaged", family,
                             face.second))
        .at({face.first});
}

Result<Faces> open_faces(const scene::Scene& scene, FontCache& fonts) {
    Faces faces;
    Diagnostics errors;
    for (const auto& [key, used] : used_faces(scene)) {
        Face& face = faces[key] = open_face(used, fonts);
        if (!face.open) errors.push_back(damaged_outlines(used.font->family, key));
    }
    if (!errors.empty()) return errors;
    return faces;
}

}  // namespace broadside::emit
