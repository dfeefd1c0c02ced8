#include "broadside/emit/pdf/content.hpp"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <span>
#include <utility>

#include "broadside/unicode/utf8.hpp"

namespace broadside::emit {

namespace {

/// A glyph without ink that every text font has: the space's.
struct Blank {
    std::uint32_t id = 0;
    Pt advance;
};

/// Text and the glyphs that stand for it.
struct ShownText {
    std::string_view utf8;
    std::vector<RunGlyph> glyphs;
};

struct Extent {
    Pt left, right;
};

/// Most runs: nothing to turn around or to close.
bool is_plain(const GlyphRun& run) {
    return run.direction == Direction::LeftToRight &&
           std::all_of(run.clusters.begin(), run.clusters.end(),
                       [](const RunCluster& cluster) { return cluster.glyphs < 2; });
}

class RunText {
public:
    RunText(const LineRun& run, const Face& face) : run_(run), face_(face) {
        if (face.space != 0) blank_ = Blank{face.space, advance_of(face.space)};
    }

    PdfText build() {
        std::vector<ShownText> parts;
        for_each_cluster(run_.glyphs, [&](std::string_view text, std::span<const RunGlyph> glyphs) {
            if (is_right_to_left())
                add_right_to_left(parts, text, glyphs);
            else
                parts.push_back(closed(text, glyphs));
        });
        return joined(std::move(parts));
    }

private:
    bool is_right_to_left() const { return run_.glyphs.direction == Direction::RightToLeft; }

    Pt advance_of(std::uint32_t glyph) const { return run_.glyphs.size * face_.advance(glyph); }

    /// Blank ink on the baseline, `x` from the run's origin.
    RunGlyph blank_at(Pt x) const { return {blank_->id, x, Pt(0)}; }

    Extent extent_of(std::span<const RunGlyph> glyphs) const {
        Extent extent{glyphs.front().x, glyphs.front().x};
        for (const RunGlyph& glyph : glyphs) {
            extent.left = std::min(extent.left, glyph.x);
            extent.right = std::max(extent.right, glyph.x + advance_of(glyph.id));
        }
        return extent;
    }

    ShownText plain(std::string_view text, std::span<const RunGlyph> glyphs) const {
        return {text, {glyphs.begin(), glyphs.end()}};
    }

    /// The first glyph of several begins at the cluster's left, the last one ends at its right.
    ShownText closed(std::string_view text, std::span<const RunGlyph> glyphs) const {
        ShownText part = plain(text, glyphs);
        if (glyphs.size() < 2 || !blank_) return part;
        const auto [left, right] = extent_of(glyphs);
        if (!nearly(glyphs.front().x, left)) {
            part.glyphs.insert(part.glyphs.begin(), blank_at(left));
        }
        const RunGlyph& last = glyphs.back();
        if (!nearly(last.x + advance_of(last.id), right)) {
            part.glyphs.push_back(blank_at(right - blank_->advance));
        }
        return part;
    }

    void add_right_to_left(std::vector<ShownText>& parts, std::string_view text,
                           std::span<const RunGlyph> glyphs) const {
        const unicode::Characters characters = unicode::characters_of(text);
        if (characters.size() < 2 || !blank_) {
            parts.push_back(closed(text, glyphs));
            return;
        }
        const auto [left, right] = extent_of(glyphs);
        const Pt step = (right - left) / static_cast<double>(characters.size());
        for (std::size_t i = 0; i < characters.size(); ++i) {
            const Pt end = right - step * static_cast<double>(i);
            ShownText part{text.substr(characters[i].begin, characters[i].size),
                           {blank_at(end - step)}};
            if (i + 1 == characters.size()) {
                part.glyphs.insert(part.glyphs.end(), glyphs.begin(), glyphs.end());
            }
            part.glyphs.push_back(blank_at(end - blank_->advance));
            parts.push_back(std::move(part));
        }
    }

    PdfText joined(std::vector<ShownText> parts) const {
        PdfText text;
        if (is_right_to_left()) std::reverse(parts.begin(), parts.end());
        for (const ShownText& part : parts) {
            text.utf8 += part.utf8;
            text.clusters.push_back({static_cast<std::uint32_t>(part.utf8.size()),
                                     static_cast<std::uint32_t>(part.glyphs.size())});
            text.glyphs.insert(text.glyphs.end(), part.glyphs.begin(), part.glyphs.end());
        }
        return text;
    }

    const LineRun& run_;
    const Face& face_;
    std::optional<Blank> blank_;
};

}  // namespace

PdfText pdf_text(const LineRun& run, const Face& face) {
    if (is_plain(run.glyphs)) return {run.glyphs.utf8, run.glyphs.glyphs, run.glyphs.clusters};
    return RunText(run, face).build();
}

void mark_hyphen(PdfText& text, Direction direction) {
    constexpr std::string_view kSoft = "\u00AD";
    RunCluster& hyphen =
        direction == Direction::LeftToRight ? text.clusters.back() : text.clusters.front();
    const std::size_t begin =
        direction == Direction::LeftToRight ? text.utf8.size() - hyphen.bytes : 0;
    text.utf8.replace(begin, hyphen.bytes, kSoft);
    hyphen.bytes = kSoft.size();
}

void add_space(PdfText& text, const LineRun& run, const Face& face) {
    if (face.space == 0) return;
    const bool is_left_to_right = run.glyphs.direction == Direction::LeftToRight;
    const Pt x =
        is_left_to_right ? run.glyphs.advance : -run.glyphs.size * face.advance(face.space);
    const auto at = [&](auto& list) { return is_left_to_right ? list.end() : list.begin(); };
    text.glyphs.insert(at(text.glyphs), {face.space, x, Pt(0)});
    text.clusters.insert(at(text.clusters), {1, 1});
    text.utf8.insert(is_left_to_right ? text.utf8.size() : 0, " ");
}

PdfText blank_text(std::string_view words, Direction direction, Pt step, const Face& face) {
    unicode::Characters characters = unicode::characters_of(words);
    if (direction == Direction::RightToLeft) std::reverse(characters.begin(), characters.end());
    PdfText text;
    for (const unicode::Character& character : characters) {
        text.glyphs.push_back({face.space, step * static_cast<double>(text.glyphs.size()), Pt(0)});
        text.utf8.append(words, character.begin, character.size);
        text.clusters.push_back({character.size, 1});
    }
    return text;
}

}  // namespace broadside::emit
