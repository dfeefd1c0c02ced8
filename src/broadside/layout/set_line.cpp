#include "broadside/layout/set_line.hpp"

#include <algorithm>
#include <iterator>
#include <string_view>

#include "broadside/base/contains.hpp"
#include "broadside/base/reverse_level.hpp"
#include "broadside/layout/symbol.hpp"

namespace broadside::layout {

namespace {

using text::Cluster;

/// How high capitals are, in ems: a tag stands in the middle of those beside it.
constexpr double kCapitals = 0.714;

/// Opening punctuation that fills the right half of a square in Chinese and Japanese; in other
/// languages' faces the curved quotation marks are narrow.
bool is_square_opening(const Cluster& cluster, std::string_view text) {
    static constexpr std::string_view kOpening[] = {"（", "「", "『", "［", "｛", "〈", "《",
                                                    "【", "〔", "〖", "〘", "〝", "‘",  "“"};
    return cluster.advance > 0.9 && contains(kOpening, text);
}

/// Clusters [first, last) of one item, all at one bidirectional level: one run.
struct LevelRun {
    std::uint32_t first, last;
    std::uint8_t level;
    bool is_end = false;  // of the line in logical order
};

void reorder_visually(std::vector<LevelRun>& level_runs) {
    std::uint8_t highest = 0;
    for (const LevelRun& level_run : level_runs) highest = std::max(highest, level_run.level);
    for (std::uint8_t level = highest; level > 0; --level)
        reverse_level(level_runs,
                      [level](const LevelRun& level_run) { return level_run.level >= level; });
}

class LineSetter {
public:
    LineSetter(const MeasuredText& text, const LineBreaks& line, double type_scale,
               Pt symbol_gap = Pt(0))
        : text_(text),
          shaped_(*text.shaped),
          line_(line),
          scale_(type_scale),
          symbol_gap_(symbol_gap) {}

    placed::Line set() {
        placed::Line line;
        line.is_hyphenated = line_.hyphenated;
        line.is_fed = line_.last < text_.pieces.size() &&
                      text_.pieces[line_.last - 1].break_after == text::Break::Mandatory;
        std::vector<LevelRun> level_runs = cut();
        reorder_visually(level_runs);
        const Pt blank = leading_blank(level_runs);
        line.width = line_.width * scale_ - blank + symbol_gap_;
        Pt x = -leading_space(level_runs) - blank;
        for (const LevelRun& level_run : level_runs) {
            if (span_of(level_run).symbol) {
                const bool is_first = line.runs.empty() && line.symbols.empty();
                if (!is_first) x += symbol_gap_;
                line.symbols.push_back(symbol_of(level_run, x));
                x += line.symbols.back().box.width;
                if (is_first) x += symbol_gap_;
                continue;
            }
            placed::Run run = run_of(level_run);
            run.origin.x += x;
            x += run.glyphs.advance;
            if (!run.glyphs.glyphs.empty()) line.runs.push_back(std::move(run));
        }
        return line;
    }

    /// From the line's left end to the right edge of what stands before byte `at` of the text, as
    /// numbers are written from left to right in every script.
    Pt width_before(std::size_t at) const {
        std::vector<LevelRun> level_runs = cut();
        reorder_visually(level_runs);
        std::uint32_t before = 0;
        while (before < shaped_.clusters.size() && shaped_.clusters[before].text_begin < at)
            ++before;
        while (before > 0 && shaped_.clusters[before - 1].is_hidden) --before;
        Pt x = -leading_space(level_runs);
        if (before == 0) return x;
        for (const LevelRun& level_run : level_runs) {
            const bool is_here = level_run.first < before && before <= level_run.last;
            for (std::uint32_t i = level_run.first; i < (is_here ? before : level_run.last); ++i)
                x += advance_of(i);
            if (is_here) return x;
        }
        return x;
    }

private:
    Pt advance_of(std::uint32_t index) const {
        const Cluster& cluster = shaped_.clusters[index];
        return text_.span_of(cluster).style.size * (cluster.advance * scale_);
    }

    std::vector<LevelRun> cut() const {
        const std::uint32_t first = text_.pieces[line_.first].first;
        const std::uint32_t last = text_.pieces[line_.last - 1].last;
        std::vector<LevelRun> level_runs;
        for (std::uint32_t i = first; i < last; ++i) {
            const std::uint32_t item = shaped_.clusters[i].item;
            if (i == first || item != shaped_.clusters[i - 1].item) {
                level_runs.push_back({i, i, shaped_.items[item].bidi_level});
            }
            level_runs.back().last = i + 1;
        }
        if (!level_runs.empty()) part_end_spaces(level_runs);
        return level_runs;
    }

    /// Rule L1: the spaces at a line's end have the paragraph's level, whatever they follow.
    void part_end_spaces(std::vector<LevelRun>& level_runs) const {
        const LevelRun last = level_runs.back();
        std::uint32_t spaces = last.last;
        while (spaces > last.first && shaped_.clusters[spaces - 1].is_space) --spaces;
        const bool is_rtl = text_.document && text_.document->direction == Direction::RightToLeft;
        const bool differs = (last.level % 2 != 0) != is_rtl || last.level > 1;
        if (spaces > last.first && spaces < last.last && differs) {
            level_runs.back().last = spaces;
            level_runs.push_back({spaces, last.last, static_cast<std::uint8_t>(is_rtl ? 1 : 0)});
        }
        level_runs.back().is_end = true;
    }

    /// The spaces at a line's logical end stand at its left when its last level_run runs right to
    /// left.
    Pt leading_space(const std::vector<LevelRun>& visual) const {
        if (visual.empty() || !visual.front().is_end || visual.front().level % 2 == 0) return Pt(0);
        return text_.pieces[line_.last - 1].space * scale_;
    }

    /// JLREQ, 3.1.5: an opening bracket at the head of a line stands at its edge, with no space
    /// before it.
    Pt leading_blank(const std::vector<LevelRun>& visual) const {
        if (visual.empty() || visual.front().level % 2 != 0 || shaped_.is_stacked) return Pt(0);
        const Cluster& head = shaped_.clusters[visual.front().first];
        if (!is_square_opening(head, shaped_.text_of(head))) return Pt(0);
        return span_of(visual.front()).style.size * (head.advance / 2 * scale_);
    }

    const doc::Span& span_of(const LevelRun& level_run) const {
        return text_.span_of(shaped_.clusters[level_run.first]);
    }

    /// Where it stands on the line's height is for whoever knows that.
    placed::Symbol symbol_of(const LevelRun& level_run, Pt left) const {
        const doc::Span& span = span_of(level_run);
        placed::Symbol symbol =
            place_symbol(*span.symbol, {left, Pt(0)}, span.symbol->height * scale_);
        symbol.url = span.url;
        return symbol;
    }

    placed::Run run_of(const LevelRun& level_run) const {
        const text::Item& item = shaped_.items[shaped_.clusters[level_run.first].item];
        const doc::Span& span = span_of(level_run);
        placed::Run run;
        run.note = span.note;
        run.call = span.call;
        run.url = span.url;
        run.is_tag = span.is_tag;
        run.origin.y = -(text_.size * span.rise * scale_);
        if (span.is_tag) run.origin.y -= (text_.size - span.style.size) * (kCapitals / 2) * scale_;
        GlyphRun& glyphs = run.glyphs;
        glyphs.font = item.face;
        const Pt em = span.style.size * scale_;
        glyphs.size = em * item.face->scale;
        glyphs.colour = span.style.colour;
        glyphs.language = *span.language;
        glyphs.is_unseen = level_run.is_end && span.separates && !ends_text();
        glyphs.is_stacked = shaped_.is_stacked;
        glyphs.direction = item.bidi_level % 2 ? Direction::RightToLeft : Direction::LeftToRight;
        glyphs.level = level_run.level;
        const bool hyphenated = level_run.is_end && line_.hyphenated;
        const std::size_t hyphens = hyphenated ? 1 : 0;
        glyphs.clusters.reserve(level_run.last - level_run.first + hyphens);
        glyphs.glyphs.reserve(glyphs_of(level_run) + hyphens);
        append_text(level_run, glyphs);
        if (glyphs.direction == Direction::LeftToRight) {
            for (std::uint32_t i = level_run.first; i < level_run.last; ++i)
                append_glyphs(i, em, glyphs);
            if (hyphenated) append_hyphen(item, em, glyphs);
        } else {
            if (hyphenated) append_hyphen(item, em, glyphs);
            for (std::uint32_t i = level_run.last; i-- > level_run.first;)
                append_glyphs(i, em, glyphs);
        }
        if (glyphs.is_unseen) blank(level_run, glyphs);
        return run;
    }

    bool ends_text() const { return text_.pieces[line_.last - 1].last == shaped_.clusters.size(); }

    /// A separator begins with a space.
    void blank(const LevelRun& level_run, GlyphRun& run) const {
        const Cluster& space = shaped_.clusters[level_run.first];
        for (RunGlyph& glyph : run.glyphs) glyph.id = shaped_.glyphs[space.glyph_begin].id;
    }

    /// At most.
    std::size_t glyphs_of(const LevelRun& level_run) const {
        const Cluster& last = shaped_.clusters[level_run.last - 1];
        return last.glyph_begin + last.glyph_count - shaped_.clusters[level_run.first].glyph_begin;
    }

    void append_text(const LevelRun& level_run, GlyphRun& run) const {
        for (std::uint32_t i = level_run.first; i < level_run.last; ++i) {
            const Cluster& cluster = shaped_.clusters[i];
            const bool is_shown = !cluster.is_hidden && cluster.glyph_count > 0;
            if (!is_shown && !(shaped_.is_joiner(cluster) && !run.clusters.empty())) continue;
            run.utf8 += shaped_.text_of(cluster);
            if (!is_shown) {
                run.clusters.back().bytes += cluster.text_size;
                continue;
            }
            run.clusters.push_back({cluster.text_size, cluster.glyph_count});
        }
    }

    void append_glyphs(std::uint32_t index, Pt em, GlyphRun& run) const {
        const Cluster& cluster = shaped_.clusters[index];
        if (cluster.is_hidden) return;
        for (std::uint32_t i = 0; i < cluster.glyph_count; ++i) {
            append_glyph(shaped_.glyphs[cluster.glyph_begin + i], em, run);
        }
    }

    void append_hyphen(const text::Item& item, Pt em, GlyphRun& run) const {
        run.utf8 += '-';
        run.clusters.push_back({1, 1});
        append_glyph(item.hyphen, em, run);
    }

    /// `em` is that of the style: the glyph's lengths count in it, and the face's own scale is only
    /// for drawing.
    static void append_glyph(const text::Glyph& glyph, Pt em, GlyphRun& run) {
        run.glyphs.push_back({glyph.id, run.advance + em * glyph.dx, em * glyph.dy});
        run.advance += em * glyph.advance;
    }

    const MeasuredText& text_;
    const text::Shaped& shaped_;
    const LineBreaks& line_;
    double scale_;
    Pt symbol_gap_;
};

SymbolSide symbol_side(const doc::Paragraph& paragraph) {
    const std::vector<doc::Span>& spans = paragraph.spans;
    const auto has_symbol = [](const doc::Span& span) { return bool(span.symbol); };
    if (std::count_if(spans.begin(), spans.end(), has_symbol) != 1) return SymbolSide::None;
    if (spans.front().symbol) return SymbolSide::Start;
    const auto last = std::find_if(spans.rbegin(), spans.rend(),
                                   [](const doc::Span& span) { return !span.hangs; });
    return last->symbol ? SymbolSide::End : SymbolSide::None;
}

/// Of a figure with its unit, without what is said of it: a deviation, or a remark in brackets.
std::size_t end_of_figure(std::string_view text, std::size_t axis) {
    return std::min({text.find("\u00A0±", axis), text.find(" (", axis), text.size()});
}

}  // namespace

placed::Line set_line(const MeasuredText& text, const LineBreaks& line, double type_scale,
                      Pt symbol_gap) {
    return LineSetter(text, line, type_scale, symbol_gap).set();
}

std::optional<FigureReach> figure_reach(const MeasuredText& text) {
    std::size_t begin = 0;
    for (const doc::Span& span : text.paragraph->spans) {
        if (!span.axis) {
            begin += span.text.size();
            continue;
        }
        LineBreaks line;
        line.last = text.pieces.size();
        const Pt left = LineSetter(text, line, 1).width_before(begin + *span.axis);
        const Pt marks = text.pieces.back().hanging;
        const Pt right = text.max_content - left;
        const SymbolSide symbol = symbol_side(*text.paragraph);
        const std::size_t end = begin + end_of_figure(span.text, *span.axis);
        const Pt figure = LineSetter(text, line, 1).width_before(end) - left;
        if (text.document->direction == Direction::RightToLeft)
            return FigureReach{right, left - marks, marks, figure, symbol};
        return FigureReach{left, right - marks, marks, figure, symbol};
    }
    return std::nullopt;
}

}  // namespace broadside::layout
