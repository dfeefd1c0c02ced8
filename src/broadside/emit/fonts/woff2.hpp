#pragma once

#include <cstdint>
#include <set>
#include <string>

namespace broadside::emit {

/// A font file as WOFF2 (W3C, WOFF File Format 2.0), as browsers take it. `font` is one that
/// HarfBuzz wrote; of its TrueType outlines those of the glyphs `shown` are kept, or all.
std::string woff2(const std::string& font, const std::set<std::uint32_t>& shown = {});

}  // namespace broadside::emit
