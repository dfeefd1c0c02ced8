#include "broadside/emit/svg/hyphen.hpp"

#include <algorithm>

#include "broadside/emit/reading_order.hpp"

namespace broadside::emit {

std::optional<scene::Run> cut_hyphen(scene::Line& line, Direction direction) {
    if (!line.is_hyphenated || line.runs.empty()) return std::nullopt;
    const scene::Run* const last = in_reading_order(pointers_to(line.runs), direction).back();
    scene::Run& run = line.runs[static_cast<std::size_t>(last - line.runs.data())];
    GlyphRun& text = run.glyphs;
    if (text.clusters.empty()) return std::nullopt;
    const RunCluster cluster = text.clusters.back();
    const auto size = static_cast<std::ptrdiff_t>(cluster.glyphs);
    const bool is_leftwards = text.direction == Direction::RightToLeft;
    // The last of a run that is read from the right has its first glyphs.
    auto begin = text.glyphs.begin();
    if (!is_leftwards) begin = text.glyphs.end() - size;
    const auto end = begin + size;
    const auto edge = [&](auto at) { return at == text.glyphs.end() ? text.advance : at->x; };
    const Pt left = edge(begin), right = is_leftwards ? edge(end) : text.advance;

    scene::Run hyphen = run;
    hyphen.origin.x += left;
    hyphen.glyphs.utf8 = text.utf8.substr(text.utf8.size() - cluster.bytes);
    hyphen.glyphs.clusters = {cluster};
    hyphen.glyphs.glyphs.assign(begin, end);
    for (RunGlyph& glyph : hyphen.glyphs.glyphs) glyph.x -= left;
    hyphen.glyphs.advance = right - left;

    text.utf8.resize(text.utf8.size() - cluster.bytes);
    text.clusters.pop_back();
    text.glyphs.erase(begin, end);
    text.advance -= right - left;
    if (is_leftwards) {
        run.origin.x += right;
        for (RunGlyph& glyph : text.glyphs) glyph.x -= right;
    }
    if (text.utf8.empty()) line.runs.erase(line.runs.begin() + (&run - line.runs.data()));
    return hyphen;
}

}  // namespace broadside::emit
