#include "broadside/emit/fonts/cache.hpp"

#include <algorithm>

#include "broadside/emit/fonts/subset.hpp"

namespace broadside::emit {

FontCache::FontCache() = default;
FontCache::~FontCache() = default;

const FontHandles& FontCache::open(const FontFace& font) {
    Open& open = fonts_[key_of(font)];
    if (!open.handles || open.handles->bytes != font.bytes)
        open = {std::make_unique<const FontHandles>(open_for_subsetting(font)), nullptr};
    return *open.handles;
}

std::shared_ptr<const FontSubset> FontCache::kept(const FontFace& font,
                                                  const std::set<std::uint32_t>& glyphs) const {
    const std::shared_ptr<const FontSubset>& subset = fonts_.at(key_of(font)).subset;
    const bool is_alike = subset && subset->glyphs.size() == glyphs.size() &&
                          std::all_of(glyphs.begin(), glyphs.end(), [&](std::uint32_t glyph) {
                              return subset->glyphs.contains(glyph);
                          });
    return is_alike ? subset : nullptr;
}

void FontCache::keep(const FontFace& font, std::shared_ptr<const FontSubset> subset) {
    fonts_.at(key_of(font)).subset = std::move(subset);
}

}  // namespace broadside::emit
