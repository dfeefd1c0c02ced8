#include "broadside/emit/fonts/cache.hpp"

#include "broadside/emit/fonts/subset.hpp"

namespace broadside::emit {

FontCache::FontCache() = default;
FontCache::~FontCache() = default;

const FontHandles& FontCache::open(const FontFace& font) {
    std::unique_ptr<const FontHandles>& handles = fonts_[key_of(font)];
    if (!handles || handles->bytes != font.bytes)
        handles = std::make_unique<const FontHandles>(open_for_subsetting(font));
    return *handles;
}

}  // namespace broadside::emit
