#pragma once

#include <map>
#include <memory>
#include <string>
#include <utility>

#include "broadside/base/font_face.hpp"

namespace broadside::emit {

struct FontHandles;

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

private:
    std::map<FaceKey, std::unique_ptr<const FontHandles>> fonts_;
};

}  // namespace broadside::emit
