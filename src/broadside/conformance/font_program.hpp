#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace broadside::conformance {

/// What a font file says about its glyphs. It is a view of the file's bytes.
struct FontProgram {
    std::size_t glyphs = 0;
    /// CIDs of a CFF font and their glyphs, in order; empty: a CID is the glyph's number.
    std::vector<std::pair<unsigned, unsigned>> glyph_of_cid = {};
    /// Reads the outline of a glyph, and of those that it is made of, to its end. Returns its width
    /// in 1/1000 em; none, with the reason in `mistake`. What all calls do grows with the file.
    std::function<std::optional<double>(std::size_t glyph, std::string& mistake)> read_glyph = {};
};

/// None, with the reason in `mistake`: a table that is needed to draw is not there, leaves the
/// file or is damaged.
std::optional<FontProgram> read_true_type(std::string_view file, std::string& mistake);
std::optional<FontProgram> read_cff(std::string_view file, std::string& mistake);

}  // namespace broadside::conformance
