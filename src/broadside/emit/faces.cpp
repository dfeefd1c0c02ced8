#include "broadside/emit/faces.hpp"

#include <utility>
#include <variant>
#include <vector>

#include <fmt/format.h>

namespace broadside::emit {

std::shared_ptr<OpenFace> OpenFace::open(const std::string& file, int index) {
    std::shared_ptr<OpenFace> opened(new OpenFace);
    if (FT_Init_FreeType(&opened->library_) != 0) return nullptr;
    if (FT_New_Face(opened->library_, file.c_str(), index, &opened->face_) != 0) return nullptr;
    return opened;
}

std::shared_ptr<OpenFace> OpenFace::read(std::string bytes) {
    std::shared_ptr<OpenFace> opened(new OpenFace);
    opened->bytes_ = std::move(bytes);
    if (FT_Init_FreeType(&opened->library_) != 0) return nullptr;
    const auto* data = reinterpret_cast<const FT_Byte*>(opened->bytes_.data());
    const auto size = static_cast<FT_Long>(opened->bytes_.size());
    if (FT_New_Memory_Face(opened->library_, data, size, 0, &opened->face_) != 0) return nullptr;
    return opened;
}

OpenFace::~OpenFace() {
    if (face_ != nullptr) FT_Done_Face(face_);
    if (library_ != nullptr) FT_Done_FreeType(library_);
}

namespace {

Diagnostic unreadable(const FontFace& font) {
    Diagnostic diagnostic;
    diagnostic.code = "unreadable-font";
    diagnostic.file = font.file;
    diagnostic.message =
        fmt::format("expected a font file with face {} of '{}', got none", font.index, font.family);
    return diagnostic;
}

}  // namespace

Result<Faces> open_faces(const scene::Scene& scene, FontCache& fonts) {
    Faces faces;
    std::vector<Diagnostic> errors;
    const auto open = [&](const FontFace& font) {
        const auto [position, is_new] = faces.try_emplace(key_of(font));
        if (!is_new) return;
        position->second = fonts.open(font);
        if (!position->second) errors.push_back(unreadable(font));
    };
    for (const scene::Page& page : scene.pages) {
        for (const scene::Op& op : page.ops) {
            const auto* line = std::get_if<scene::TextLine>(&op);
            if (line == nullptr) continue;
            for (const scene::Run& run : line->runs) open(*run.glyphs.font);
        }
    }
    if (!errors.empty()) return errors;
    return faces;
}

}  // namespace broadside::emit
