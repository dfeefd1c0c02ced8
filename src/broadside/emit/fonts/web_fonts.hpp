#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <vector>

#include "broadside/base/font_face.hpp"
#include "broadside/base/result.hpp"
#include "broadside/emit/fonts/cache.hpp"
#include "broadside/scene/scene.hpp"

namespace broadside::emit {

/// A font that a page brings with it.
struct WebFont {
    std::string family;
    int weight = kRegularWeight;
    FontSlant slant = FontSlant::Upright;
    std::string woff2;
};

/// Of every face that the page's text uses, what a browser needs to shape this text as layout did.
/// Fails with one diagnostic a face that is damaged or whose licence bits forbid it.
Result<std::vector<WebFont>> web_fonts(const scene::Page& page, FontCache& fonts);

/// A font file as WOFF2 (W3C, WOFF File Format 2.0), as browsers take it. `font` is one that
/// HarfBuzz wrote; of its TrueType outlines those of the glyphs `shown` are kept, or all.
std::string woff2(const std::string& font, const std::set<std::uint32_t>& shown = {});

}  // namespace broadside::emit
