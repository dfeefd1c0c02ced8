#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <string>

#include <ft2build.h>
#include FT_FREETYPE_H

#include "broadside/base/result.hpp"
#include "broadside/emit/fonts/cache.hpp"
#include "broadside/emit/fonts/subset.hpp"
#include "broadside/scene/scene.hpp"

namespace broadside::emit {

/// An open font with a FreeType library of its own: Cairo keeps faces for reuse and may drop them
/// from another thread, which a shared library would not survive.
class OpenFace {
public:
    /// Reads a font file's bytes. Null when they are no font that FreeType reads.
    static std::shared_ptr<OpenFace> read(std::string bytes);

    OpenFace(const OpenFace&) = delete;
    OpenFace& operator=(const OpenFace&) = delete;
    ~OpenFace();

    FT_Face freetype() const { return face_; }
    const std::string& bytes() const { return bytes_; }

private:
    OpenFace() = default;

    std::string bytes_;
    FT_Library library_ = nullptr;
    FT_Face face_ = nullptr;
};

/// What an output draws of a face: a font of the glyphs that its scene uses, numbered anew and
/// without hints, read for this output alone. A PDF holds it as it is.
struct Face {
    std::shared_ptr<OpenFace> open;
    std::shared_ptr<const FontSubset> subset;
    std::uint32_t space = 0;  // the font file's number of a glyph without ink; 0: none

    /// Number of the font file's glyph in the font that is drawn.
    std::uint32_t glyph(std::uint32_t id) const { return subset->glyphs.at(id); }

    /// Of the font file's glyph, in em.
    double advance(std::uint32_t id) const;
};

using Faces = std::map<FaceKey, Face>;

/// That a face cannot be drawn.
Diagnostic damaged_outlines(const std::string& family, const FaceKey& face);

/// Opens every face that the scene's text uses and loads every glyph, so that drawing cannot fail
/// for want of one. Fails with one diagnostic a face that is damaged.
Result<Faces> open_faces(const scene::Scene& scene, FontCache& fonts);

}  // namespace broadside::emit
