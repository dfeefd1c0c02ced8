#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <unordered_map>

#include "broadside/emit/font_cache.hpp"
#include "broadside/emit/handles.hpp"
#include "broadside/scene/scene.hpp"

namespace broadside::emit {

/// A face as Cairo draws with it, unhinted, so that glyphs have their printed shape at every size.
struct CairoFace {
    std::shared_ptr<const OpenFace> file;
    CairoFontFace handle;
    std::unordered_map<std::uint32_t, std::uint32_t> glyphs;  // where a subset numbers them anew

    /// Cairo's number of the font file's glyph.
    std::uint32_t glyph(std::uint32_t id) const {
        const auto renumbered = glyphs.find(id);
        return renumbered == glyphs.end() ? id : renumbered->second;
    }
};

using CairoFaces = std::map<FaceKey, CairoFace>;

/// The scene's faces as their files hold them. Every file must have been opened.
CairoFaces whole_faces(const scene::Scene& scene, FontCache& fonts);

/// The same, but only the glyphs that the scene uses, without hints. Cairo makes subsets itself,
/// but keeps the programs for hints, a quarter of a page's bytes, and all subroutines of PostScript
/// outlines, 50 KB for two Han characters.
CairoFaces embeddable_faces(const scene::Scene& scene, FontCache& fonts);

}  // namespace broadside::emit
