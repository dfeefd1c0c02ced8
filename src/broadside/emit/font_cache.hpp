#pragma once

#include <map>
#include <memory>
#include <string>
#include <utility>

#include "broadside/base/font_face.hpp"

namespace broadside::emit {

class OpenFace;
struct FontHandles;

/// File and face index.
using FaceKey = std::pair<std::string, int>;

inline FaceKey key_of(const FontFace& font) { return {font.file, font.index}; }

/// The font files that a worker has open, kept from one output to the next. Belongs to one thread.
class FontCache {
public:
    FontCache();
    FontCache(const FontCache&) = delete;
    FontCache& operator=(const FontCache&) = delete;
    ~FontCache();

    /// Null when the file is no font that FreeType reads.
    std::shared_ptr<OpenFace> open(const FontFace& font);

    /// Every library's view of an open font; what a library has not been asked for is empty.
    FontHandles& handles(const FontFace& font);

private:
    std::map<FaceKey, std::unique_ptr<FontHandles>> fonts_;
};

}  // namespace broadside::emit
