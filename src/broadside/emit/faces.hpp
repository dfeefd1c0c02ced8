#pragma once

#include <map>
#include <memory>
#include <string>
#include <utility>

#include <ft2build.h>
#include FT_FREETYPE_H

#include "broadside/base/font_face.hpp"
#include "broadside/base/result.hpp"
#include "broadside/scene/scene.hpp"

namespace broadside::emit {

/// An open font file with a FreeType library of its own: Cairo keeps faces for reuse and may drop
/// them from another thread, which a shared library would not survive.
class OpenFace {
public:
    /// Null when the file is no font that FreeType reads.
    static std::shared_ptr<OpenFace> open(const std::string& file, int index);

    OpenFace(const OpenFace&) = delete;
    OpenFace& operator=(const OpenFace&) = delete;
    ~OpenFace();

    FT_Face freetype() const { return face_; }

private:
    OpenFace() = default;

    FT_Library library_ = nullptr;
    FT_Face face_ = nullptr;
};

/// File and face index.
using FaceKey = std::pair<std::string, int>;

inline FaceKey key_of(const FontFace& font) { return {font.file, font.index}; }

using Faces = std::map<FaceKey, std::shared_ptr<OpenFace>>;

/// Opens every face that the scene's text uses, so that drawing cannot fail for want of one. Fails
/// with one diagnostic a face that is missing or unreadable.
Result<Faces> open_faces(const scene::Scene& scene);

}  // namespace broadside::emit
