#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <utility>

#include "broadside/base/font_face.hpp"

namespace broadside::emit {

struct FontHandles;
struct FontSubset;

/// File and face index.
using FaceKey = std::pair<std::string, int>;

inline FaceKey key_of(const FontFace& font) { return {font.file, font.index}; }

/// The fonts that a worker has open, kept from one output to the next. Belongs to one thread.
/// Nothing that drawing changes is kept: Cairo leaves the size and the slant of its last glyph on
/// the FreeType face it is given, so every output has faces of its own.
class FontCache {
public:
    FontCache();
    FontCache(const FontCache&) = delete;
    FontCache& operator=(const FontCache&) = delete;
    ~FontCache();

    /// The face's bytes must be there.
    const FontHandles& open(const FontFace& font);

    /// What was kept of the face if it has these glyphs and no others, else null.
    std::shared_ptr<const FontSubset> kept(const FontFace& font,
                                           const std::set<std::uint32_t>& glyphs) const;

    /// Until the next one of the face, which must be open. All of its outlines can be drawn.
    void keep(const FontFace& font, std::shared_ptr<const FontSubset> subset);

private:
    struct Open {
        std::unique_ptr<const FontHandles> handles;
        std::shared_ptr<const FontSubset> subset;
    };

    std::map<FaceKey, Open> fonts_;
};

}  // namespace broadside::emit
