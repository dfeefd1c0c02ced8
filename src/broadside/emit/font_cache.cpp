#include "broadside/emit/font_cache.hpp"

#include "broadside/emit/font_handles.hpp"

namespace broadside::emit {

FontCache::FontCache() = default;
FontCache::~FontCache() = default;

FontHandles& FontCache::handles(const FontFace& font) {
    std::unique_ptr<FontHandles>& handles = fonts_[key_of(font)];
    if (!handles) handles = std::make_unique<FontHandles>();
    return *handles;
}

std::shared_ptr<OpenFace> FontCache::open(const FontFace& font) {
    FontHandles& font_handles = handles(font);
    if (!font_handles.open) font_handles.open = OpenFace::open(font.file, font.index);
    return font_handles.open;
}

}  // namespace broadside::emit
