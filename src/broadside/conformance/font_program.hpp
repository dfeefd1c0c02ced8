#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace broadside::conformance {

/// What a font file says about its glyphs.
struct FontProgram {
    std::size_t glyphs = 0;
    /// Widths by glyph, in 1/1000 em; empty: not known, as of a CFF font.
    std::vector<double> widths = {};
    /// Glyphs by CID of a CFF font with CIDs; empty: a CID is the glyph's number.
    std::vector<std::int32_t> glyph_of_cid = {};
};

/// None, with the reason in `mistake`: a table that is needed to draw is not there, or leaves the
/// file.
std::optional<FontProgram> read_true_type(std::string_view file, std::string& mistake);
std::optional<FontProgram> read_cff(std::string_view file, std::string& mistake);

}  // namespace broadside::conformance
