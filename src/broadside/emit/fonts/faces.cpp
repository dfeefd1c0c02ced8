#include "broadside/emit/fonts/faces.hpp"

#include <new>
#include <set>
#include <utility>
#include <variant>
#include <vector>

#include FT_ADVANCES_H

#include <fmt/format.h>

#include "broadside/emit/fonts/cache.hpp"
#include "broadside/emit/fonts/subset.hpp"
#include "broadside/scene/scene.hpp"

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

struct UsedFace {
    const FontFace* font = nullptr;
    std::set<std::uint32_t> glyphs;
};

std::map<FaceKey, UsedFace> used_faces(const scene::Scene& scene) {
    std::map<FaceKey, UsedFace> used;
    for (const scene::Page& page : scene.pages) {
        scene::for_each_run(page, [&used](const scene::Run& run) {
            UsedFace& face = used[key_of(*run.glyphs.font)];
            face.font = run.glyphs.font.get();
            for (const RunGlyph& glyph : run.glyphs.glyphs) face.glyphs.insert(glyph.id);
        });
    }
    return used;
}

bool loads(const Face& face) {
    for (const auto& [id, number] : face.glyphs) {
        const FT_Error error = FT_Load_Glyph(face.open->freetype(), number, FT_LOAD_NO_SCALE);
        if (error == FT_Err_Out_Of_Memory) throw std::bad_alloc();
        if (error != 0) return false;
    }
    return true;
}

/// No face when the font is damaged.
Face open_face(const UsedFace& used, FontCache& fonts) {
    if (!used.font->bytes) return {};
    const FontHandles& handles = fonts.open(*used.font);
    std::set<std::uint32_t> glyphs = used.glyphs;
    // The blank that `pdf_text` may need.
    glyphs.insert(handles.space);
    auto subset = subset_font(handles.harfbuzz.get(), glyphs);
    if (!subset) return {};
    Face face{OpenFace::read(std::move(subset->file)), std::move(subset->glyphs), handles.space};
    if (!face.open || !loads(face)) return {};
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
    std::vector<Diagnostic> errors;
    for (const auto& [key, used] : used_faces(scene)) {
        Face& face = faces[key] = open_face(used, fonts);
        if (!face.open) errors.push_back(damaged_outlines(used.font->family, key));
    }
    if (!errors.empty()) return errors;
    return faces;
}

}  // namespace broadside::emit
