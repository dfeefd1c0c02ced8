#pragma once

#include <map>
#include <memory>
#include <string>

#include <ft2build.h>
#include FT_FREETYPE_H

#include "broadside/base/result.hpp"
#include "broadside/emit/font_cache.hpp"
#include "broadside/scene/scene.hpp"

namespace broadside::emit {

/// An open font file with a FreeType library of its own: Cairo keeps faces for reuse and may drop
/// them from another thread, which a shared library would not survive.
class OpenFace {
public:
    /// Null when the file is no font that FreeType reads.
    static std::shared_ptr<OpenFace> open(const std::string& file, int index);

    /// The same for the bytes of a file.
    static std::shared_ptr<OpenFace> read(std::string bytes);

    OpenFace(const OpenFace&) = delete;
    OpenFace& operator=(const OpenFace&) = delete;
    ~OpenFace();

    FT_Face freetype() const { return face_; }

private:
    OpenFace() = default;

    std::string bytes_;  // what FreeType reads from, unless that is a file
    FT_Library library_ = nullptr;
    FT_Face face_ = nullptr;
};

using Faces = std::map<FaceKey, std::shared_ptr<OpenFace>>;

/// Opens every face that the scene's text uses, so that drawing cannot fail for want of one. Fails
/// with one diagnostic a face that is missing or unreadable.
Result<Faces> open_faces(const scene::Scene& scene, FontCache& fonts);

}  // namespace broadside::emit
