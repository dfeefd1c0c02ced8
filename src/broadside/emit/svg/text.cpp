#include "broadside/emit/svg/text.hpp"

#include <algorithm>
#include <cmath>
#include <optional>
#include <vector>

#include <fmt/format.h>

#include "broadside/emit/markup.hpp"
#include "broadside/emit/reading_order.hpp"

namespace broadside::emit {

namespace {

/// Takes the hyphen that layout put at a line's logical end out of the line, as a run of its own.
/// Nothing where the line has none.
std::optional<LineRun> cut_hyphen(scene::Line& line, Direction direction) {
    if (!line.is_hyphenated || line.runs.empty()) return std::nullopt;
    const LineRun* const last = in_reading_order(pointers_to(line.runs), direction).back();
    LineRun& run = line.runs[static_cast<std::size_t>(last - line.runs.data())];
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

    LineRun hyphen = run;
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

constexpr Pt kTouching{0.05};

Pt right_edge(const LineRun& run) { return run.origin.x + run.glyphs.advance; }

/// The font and colour of `run` where they differ from what it inherits.
std::string style_attributes(const GlyphRun& run, const GlyphRun* inherited,
                             const SvgTextStyle& style) {
    std::string out;
    const std::string& family = inherited ? inherited->font->family : style.family;
    if (run.font->family != family) {
        out += fmt::format(" font-family=\"{}\"", style.font_family(run.font->family));
    }
    const int weight = inherited ? inherited->font->weight : kRegularWeight;
    if (run.font->weight != weight) out += fmt::format(" font-weight=\"{}\"", run.font->weight);
    const FontSlant slant = inherited ? inherited->font->slant : FontSlant::Upright;
    if (run.font->slant != slant) {
        out += fmt::format(" font-style=\"{}\"",
                           run.font->slant == FontSlant::Italic ? "italic" : "normal");
    }
    // Off the grid: a wide line of Han has fifty times what rounding takes from its size.
    if (!inherited || run.size != inherited->size)
        out += fmt::format(" font-size=\"{:.6g}\"", run.size.value * kUnitsPerPoint);
    if (run.language != (inherited ? inherited->language : "")) {
        out += fmt::format(" xml:lang=\"{}\"",
                           escape_xml(run.language.empty() ? style.language : run.language));
    }
    if (run.is_stacked && (!inherited || !inherited->is_stacked))
        out += " style=\"font-feature-settings:'vert'\"";
    if (style.ink == TextInk::Visible && (!inherited || !is_same(run.colour, inherited->colour)))
        out += style.colours.fill(run.colour);
    if (style.ink == TextInk::Visible && run.is_unseen) out += " fill-opacity=\"0\"";
    // So little that nobody paints it, but it is there: Chromium prints no text without a fill.
    if (style.ink == TextInk::Selectable && !inherited) out += " fill-opacity=\".001\"";
    return out;
}

std::string length_attributes(Pt length) {
    if (to_grid(length) <= 0) return {};
    return fmt::format(" textLength=\"{}\" lengthAdjust=\"spacingAndGlyphs\"", units(length));
}

std::string tspan(const std::string& attributes, const std::string& content) {
    return attributes.empty() ? content : fmt::format("<tspan{}>{}</tspan>", attributes, content);
}

using RunAt = Runs::const_iterator;

/// The end of the runs in a row that lead where `first` leads.
RunAt end_of_link(RunAt first, RunAt last) {
    const LineRun& run = **first;
    if (run.url.empty() && run.note.empty()) return first + 1;
    return std::find_if(first + 1, last, [&](const LineRun* next) {
        return next->url != run.url || next->note != run.note;
    });
}

/// Whether `next` goes on where `run` ends, in nothing different but its script.
bool goes_on(const LineRun& run, const LineRun& next) {
    const GlyphRun &one = run.glyphs, &other = next.glyphs;
    const Pt gap = one.direction == Direction::LeftToRight ? next.origin.x - right_edge(run)
                                                           : run.origin.x - right_edge(next);
    return one.font == other.font && one.size == other.size && is_same(one.colour, other.colour) &&
           one.language == other.language && one.direction == other.direction &&
           one.is_unseen == other.is_unseen && one.is_stacked == other.is_stacked &&
           run.origin.y == next.origin.y && std::abs(gap.value) < kTouching.value;
}

/// Runs of a link that look alike, as one.
struct JoinedRun {
    LineRun run;
    std::string places;  // where each character but the first begins, as far as that is known
};

/// The Nu checker knows no tspan inside a link, and a mark between brackets is three scripts, over
/// whose borders browsers kern. Nothing when runs, in reading order, differ.
std::optional<JoinedRun> joined(RunAt first, RunAt last) {
    JoinedRun all{**first, {}};
    bool are_characters = true;
    for (++first; first != last; ++first) {
        const LineRun& next = **first;
        if (!goes_on(all.run, next)) return std::nullopt;
        const std::string& before = (*(first - 1))->glyphs.utf8;
        are_characters = are_characters && without_last_character(before).empty() &&
                         next.glyphs.direction == Direction::LeftToRight;
        if (are_characters) all.places += " " + units(next.origin.x);
        all.run.glyphs.utf8 += next.glyphs.utf8;
        all.run.glyphs.advance += next.glyphs.advance;
        all.run.origin.x = std::min(all.run.origin.x, next.origin.x);
    }
    return all;
}

std::string anchored(const std::string& attributes, const std::string& content) {
    return attributes.empty() ? content : fmt::format("<a{}>{}</a>", attributes, content);
}

/// What `write` makes of runs and their text. Those in a row that lead to one place are one link: a
/// mark of three runs is one mark.
template <typename Write>
std::string linked(RunAt first, RunAt last, SvgLinks* links, Write write) {
    std::string out;
    while (first != last) {
        const RunAt end = links == nullptr ? first + 1 : end_of_link(first, last);
        const std::string link = links == nullptr ? "" : links->run_attributes(**first);
        if (first + 1 == end) {
            out += write(**first, anchored(link, escape_xml((*first)->glyphs.utf8)), "");
        } else if (const auto one = joined(first, end)) {
            out += write(one->run, anchored(link, escape_xml(one->run.glyphs.utf8)), one->places);
        } else {
            std::string inside;
            for (RunAt at = first; at != end; ++at)
                inside += write(**at, escape_xml((*at)->glyphs.utf8), "");
            out += anchored(link, inside);
        }
        first = end;
    }
    return out;
}

bool is_leftwards(const LineRun* run) { return run->glyphs.direction == Direction::RightToLeft; }

/// A browser orders the text anew. It leaves each stretch as layout did when it is told how the
/// stretch runs; with the page's style sheet also whatever stands around it.
std::string direction_attributes(Direction direction) {
    return fmt::format(" direction=\"{}\" unicode-bidi=\"bidi-override\"",
                       direction_word(direction));
}

/// Runs that touch and stand on one baseline, from left to right.
std::vector<Runs> contiguous_stretches(const scene::Line& line) {
    std::vector<Runs> stretches;
    for (const LineRun& run : line.runs) {
        const LineRun* previous = stretches.empty() ? nullptr : stretches.back().back();
        const bool continues = previous != nullptr && nearly(run.origin.y, previous->origin.y) &&
                               run.origin.x - right_edge(*previous) < kTouching;
        if (!continues) stretches.emplace_back();
        stretches.back().push_back(&run);
    }
    return stretches;
}

/// The lines of a paragraph, inside its element, whose attributes say how `first` looks.
class Lines {
public:
    Lines(const scene::DrawText& text, const GlyphRun& first, const SvgTextStyle& style,
          SvgLinks* links)
        : base_(text.direction), first_(first), style_(style), links_(links) {}

    std::string line(const scene::Line& line) const {
        if (base_ == Direction::LeftToRight) return rightwards(pointers_to(line.runs));
        std::string out;
        std::vector<Runs> stretches = contiguous_stretches(line);
        std::reverse(stretches.begin(), stretches.end());
        for (const Runs& stretch : stretches) {
            const bool is_mixed = std::any_of(stretch.begin(), stretch.end(), is_leftwards);
            out += is_mixed ? leftwards(stretch) : rightwards(stretch);
        }
        return out;
    }

private:
    std::string style_of(const LineRun& run) const {
        return style_attributes(run.glyphs, &first_, style_);
    }

    /// Left to right, every run has its own place: an error of one run's width moves no other.
    std::string rightwards(const Runs& stretch) const {
        const Runs runs = in_reading_order(stretch, Direction::LeftToRight);
        std::optional<Pt> baseline;
        return linked(
            runs.begin(), runs.end(), links_,
            [&](const LineRun& run, const std::string& text, const std::string& more_places) {
                // Where a run's text begins: browsers and librsvg put its first character there.
                const Pt start = is_leftwards(&run) ? right_edge(run) : run.origin.x;
                std::string attributes = fmt::format(" x=\"{}{}\"", units(start), more_places);
                if (!baseline || !nearly(run.origin.y, *baseline))
                    attributes += fmt::format(" y=\"{}\"", units(run.origin.y));
                if (run.glyphs.direction != base_)
                    attributes += direction_attributes(run.glyphs.direction);
                baseline = run.origin.y;
                attributes += style_of(run);
                if (more_places.empty()) attributes += length_attributes(run.glyphs.advance);
                return tspan(attributes, text);
            });
    }

    /// Right to left, places inside a stretch would break the browser's bidirectional ordering:
    /// there is one place, at the right end, and one length. WebKit and Inkscape need the length on
    /// an inner tspan.
    std::string leftwards(const Runs& stretch) const {
        const Runs runs = in_reading_order(stretch, Direction::RightToLeft);
        const Pt left = stretch.front()->origin.x, right = right_edge(*stretch.back());
        return tspan(
            fmt::format(" x=\"{}\" y=\"{}\"", units(right), units(runs.front()->origin.y)) +
                direction_attributes(Direction::RightToLeft),
            tspan(length_attributes(right - left), mixed(runs, runs.begin(), runs.end(), links_)));
    }

    /// A link stands inside the stretch of one direction that it is in, or around all those that
    /// are in it.
    std::string mixed(const Runs& all, RunAt begin, RunAt end, SvgLinks* links) const {
        std::string out;
        while (begin != end) {
            const RunAt turn = end_of_direction(begin, end), link = end_of_link(begin, end);
            const bool is_around = links != nullptr && link > turn && is_turn(link, end);
            const RunAt next = is_around ? link : turn;
            if (is_around) {
                out += anchored(links->run_attributes(**begin), mixed(all, begin, next, nullptr));
            } else {
                out += directed(all, begin, next, links);
            }
            begin = next;
        }
        return out;
    }

    static RunAt end_of_direction(RunAt begin, RunAt end) {
        return std::find_if(begin, end, [&](const LineRun* run) {
            return run->glyphs.direction != (*begin)->glyphs.direction;
        });
    }

    static bool is_turn(RunAt at, RunAt end) {
        return at == end || (*at)->glyphs.direction != (*(at - 1))->glyphs.direction;
    }

    std::string directed(const Runs& all, RunAt begin, RunAt end, SvgLinks* links) const {
        std::string out = linked(begin, end, links,
                                 [&](const LineRun& run, const std::string& text,
                                     const std::string&) { return tspan(style_of(run), text); });
        if (is_leftwards(*begin)) return out;
        // The first character's own direction says which end of the text its place is.
        return tspan(direction_attributes(Direction::LeftToRight) +
                         (begin == all.begin() ? " text-anchor=\"end\"" : ""),
                     out);
    }

    Direction base_;
    const GlyphRun& first_;
    const SvgTextStyle& style_;
    SvgLinks* links_;
};

/// How the paragraph looks as far as its runs say nothing else: like the first that is seen.
const LineRun& main_run(const std::vector<scene::Line>& lines) {
    for (const scene::Line& line : lines) {
        for (const LineRun& run : line.runs)
            if (!run.glyphs.is_unseen) return run;
    }
    return lines.front().runs.front();
}

/// Of a text that is one run: all is said once.
std::string single_run(const LineRun& run, const SvgTextStyle& style, SvgLinks* links) {
    const Runs runs{&run};
    return fmt::format(
        "<text xml:space=\"preserve\"{} x=\"{}\" y=\"{}\"{}>{}</text>\n",
        style_attributes(run.glyphs, nullptr, style), units(run.origin.x), units(run.origin.y),
        length_attributes(run.glyphs.advance),
        linked(runs.begin(), runs.end(), links,
               [](const LineRun&, const std::string& text, const std::string&) { return text; }));
}

std::string hyphen(const LineRun& run, const SvgTextStyle& style) {
    return fmt::format(
        "<text xml:space=\"preserve\" aria-hidden=\"true\"{} x=\"{}\" y=\"{}\">{}</text>\n",
        style_attributes(run.glyphs, nullptr, style), units(run.origin.x), units(run.origin.y),
        escape_xml(run.glyphs.utf8));
}

}  // namespace

std::string SvgTextStyle::font_family(const std::string& of) const {
    const auto brought = fonts.find(of);
    return (brought != fonts.end() ? brought->second + "," : "") +
           escape_xml(font_family_value(of));
}

std::string svg_text(const scene::DrawText& text, const SvgTextStyle& style, SvgLinks* links) {
    std::vector<scene::Line> lines;
    std::string hyphens;
    for (const scene::Line& line : text.lines) {
        if (line.runs.empty()) continue;
        lines.push_back(line);
        const auto cut = cut_hyphen(lines.back(), text.direction);
        if (cut && style.ink == TextInk::Visible) hyphens += hyphen(*cut, style);
        if (lines.back().runs.empty()) lines.pop_back();
    }
    if (lines.empty()) return {};
    const LineRun& first = main_run(lines);
    if (lines.size() == 1 && lines.front().runs.size() == 1 && !is_leftwards(&first))
        return single_run(first, style, links) + hyphens;
    const Lines writer(text, first.glyphs, style, links);
    std::string out;
    for (const scene::Line& line : lines) {
        out += writer.line(line);
        if (line.is_fed && &line != &lines.back()) out += ' ';
    }
    return fmt::format("<text xml:space=\"preserve\"{}{}>{}</text>\n{}",
                       text.direction == Direction::RightToLeft ? " direction=\"rtl\"" : "",
                       style_attributes(first.glyphs, nullptr, style), out, hyphens);
}

}  // namespace broadside::emit
