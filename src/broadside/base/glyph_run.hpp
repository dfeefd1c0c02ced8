#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "broadside/base/colour.hpp"
#include "broadside/base/direction.hpp"
#include "broadside/base/font_face.hpp"
#include "broadside/base/geometry.hpp"
#include "broadside/base/note_id.hpp"
#include "broadside/base/url.hpp"

namespace broadside {

struct RunGlyph {
    std::uint32_t id = 0;
    Pt x, y;  // offset from the run's origin on the baseline, y down
    bool operator==(const RunGlyph&) const = default;
};

/// `bytes` of the run's text are shown by `glyphs` of its glyphs.
struct RunCluster {
    std::uint32_t bytes = 0;
    std::uint32_t glyphs = 0;
    bool operator==(const RunCluster&) const = default;
};

/// Shaped text of one face, size and colour, ready to be replayed by every backend.
///
/// Guarantees: glyphs are in visual order, left to right; clusters are in logical order, so in a
/// right-to-left run the first cluster owns the last glyphs. The clusters' bytes add up to the size
/// of `utf8`, their glyph counts to the number of glyphs. No glyph is the missing glyph, and `utf8`
/// holds no soft hyphen and no mark of direction; joiners stay with the character before them.
struct GlyphRun {
    FontFaceRef font;
    Pt size;
    Colour colour;
    std::string utf8;
    Direction direction = Direction::LeftToRight;
    std::vector<RunCluster> clusters;
    std::vector<RunGlyph> glyphs;
    Pt advance;
    std::string language = {};  // BCP 47; empty: that of its document
    bool is_unseen = false;     // its glyphs are blank, whatever its text says
    bool is_stacked = false;    // its glyphs are those of vertical text (OpenType, `vert`)
    int level = -1;             // bidirectional, in its line; below 0: as its direction has it
};

/// Glyphs of one face, colour and meaning, at their place on a line, which stays one text.
struct LineRun {
    Point origin;  // left end, on the baseline (raised for a note mark)
    GlyphRun glyphs;
    NoteId note = {};      // that this run is the mark of
    Url url = {};          // target of the link that this run is part of
    std::size_t call = 0;  // which mark of its note it is, from 1; the same where it is shown again
};

/// Calls `visit` with the text and the glyphs of each cluster of a run.
template <typename Visit>
void for_each_cluster(const GlyphRun& run, Visit visit) {
    const bool is_leftwards = run.direction == Direction::RightToLeft;
    std::string_view text = run.utf8;
    std::span<const RunGlyph> glyphs = run.glyphs;
    for (const RunCluster& cluster : run.clusters) {
        const std::size_t others = glyphs.size() - cluster.glyphs;
        visit(text.substr(0, cluster.bytes),
              is_leftwards ? glyphs.last(cluster.glyphs) : glyphs.first(cluster.glyphs));
        text.remove_prefix(cluster.bytes);
        glyphs = is_leftwards ? glyphs.first(others) : glyphs.last(others);
    }
}

}  // namespace broadside
