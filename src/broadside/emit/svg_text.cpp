#include "broadside/emit/svg_text.hpp"

#include <algorithm>
#include <vector>

#include <fmt/format.h>

#include "broadside/emit/url.hpp"

namespace broadside::emit {

namespace {

using Runs = std::vector<const scene::Run*>;

Pt right_edge(const scene::Run& run) { return run.origin.x + run.glyphs.advance; }

/// The font and colour of `run` where they differ from what it inherits.
std::string style_attributes(const GlyphRun& run, const GlyphRun* inherited,
                             const SvgTextStyle& style) {
    std::string out;
    const std::string& family = inherited ? inherited->font->family : style.family;
    if (run.font->family != family) {
        out += fmt::format(" font-family=\"{}\"", font_family_value(run.font->family));
    }
    const int weight = inherited ? inherited->font->weight : kRegularWeight;
    if (run.font->weight != weight) out += fmt::format(" font-weight=\"{}\"", run.font->weight);
    const FontSlant slant = inherited ? inherited->font->slant : FontSlant::Upright;
    if (run.font->slant != slant) {
        out += fmt::format(" font-style=\"{}\"",
                           run.font->slant == FontSlant::Italic ? "italic" : "normal");
    }
    if (!inherited || to_grid(run.size) != to_grid(inherited->size)) {
        out += fmt::format(" font-size=\"{}\"", units(run.size));
    }
    if (style.ink == TextInk::Visible && (!inherited || run.colour != inherited->colour)) {
        out += fmt::format(" fill=\"{}\"", to_string(run.colour));
    }
    if (style.ink == TextInk::Selectable && !inherited)
        out += " fill=\"none\" pointer-events=\"all\"";
    return out;
}

std::string length_attributes(Pt length) {
    if (to_grid(length) <= 0) return {};
    return fmt::format(" textLength=\"{}\" lengthAdjust=\"spacingAndGlyphs\"", units(length));
}

std::string linked_text(const scene::Run& run, const SvgTextStyle& style, RunLinks links) {
    std::string text = escape_xml(run.glyphs.utf8);
    if (links == RunLinks::LeftOut) return text;
    if (const auto url = safe_url(run.url)) {
        return fmt::format("<a href=\"{}\">{}</a>", escape_xml(*url), text);
    }
    if (style.called_notes.count(run.note) > 0) {
        return fmt::format("<a role=\"doc-noteref\" href=\"#{}-{}\">{}</a>", kFileName,
                           note_anchor(run.note), text);
    }
    return text;
}

Runs pointers_to(const std::vector<scene::Run>& runs) {
    Runs pointers;
    for (const scene::Run& run : runs) pointers.push_back(&run);
    return pointers;
}

/// From the order of places to the order of reading: Unicode Bidirectional Algorithm, L2, for one
/// level above the line's own. What reads from right to left stands backwards.
Runs in_reading_order(Runs runs, Direction line) {
    if (line == Direction::RightToLeft) std::reverse(runs.begin(), runs.end());
    const auto is_turned = [line](const scene::Run* run) { return run->glyphs.direction != line; };
    for (auto begin = runs.begin(); begin != runs.end();) {
        begin = std::find_if(begin, runs.end(), is_turned);
        const auto end = std::find_if_not(begin, runs.end(), is_turned);
        std::reverse(begin, end);
        begin = end;
    }
    return runs;
}

/// A browser orders the text anew. Isolated, a stretch of the other direction comes out as layout
/// left it, whatever stands around it.
std::string isolation(Direction direction) {
    return fmt::format(" direction=\"{}\" unicode-bidi=\"isolate\"",
                       direction == Direction::RightToLeft ? "rtl" : "ltr");
}

/// Where a run's text begins: browsers and librsvg put its first character there.
Pt start_edge(const scene::Run& run) {
    return run.glyphs.direction == Direction::RightToLeft ? right_edge(run) : run.origin.x;
}

/// Left to right, every run has its own place: an error of one run's width moves no other.
std::string left_to_right_text(const Runs& stretch, const SvgTextStyle& style, RunLinks links) {
    const Runs runs = in_reading_order(stretch, Direction::LeftToRight);
    const scene::Run& first = *runs.front();
    std::string out = fmt::format(
        "<text{} y=\"{}\"", style_attributes(first.glyphs, nullptr, style), units(first.origin.y));
    const bool is_turned = first.glyphs.direction == Direction::RightToLeft;
    if (runs.size() == 1 && !is_turned) {
        return out + fmt::format(" x=\"{}\"{}>{}</text>\n", units(first.origin.x),
                                 length_attributes(first.glyphs.advance),
                                 linked_text(first, style, links));
    }
    out += ">";
    const scene::Run* previous = &first;
    for (const scene::Run* run : runs) {
        out += fmt::format("<tspan x=\"{}\"", units(start_edge(*run)));
        if (!nearly(run->origin.y, previous->origin.y)) {
            out += fmt::format(" y=\"{}\"", units(run->origin.y));
        }
        if (run->glyphs.direction == Direction::RightToLeft)
            out += isolation(Direction::RightToLeft);
        out += style_attributes(run->glyphs, &first.glyphs, style);
        out += length_attributes(run->glyphs.advance);
        out += fmt::format(">{}</tspan>", linked_text(*run, style, links));
        previous = run;
    }
    return out + "</text>\n";
}

/// Runs that touch and stand on one baseline, from left to right.
std::vector<Runs> contiguous_stretches(const scene::TextLine& line) {
    constexpr Pt kTouching{0.05};
    std::vector<Runs> stretches;
    for (const scene::Run& run : line.runs) {
        const scene::Run* previous = stretches.empty() ? nullptr : stretches.back().back();
        const bool continues = previous != nullptr && nearly(run.origin.y, previous->origin.y) &&
                               run.origin.x - right_edge(*previous) < kTouching;
        if (!continues) stretches.emplace_back();
        stretches.back().push_back(&run);
    }
    return stretches;
}

bool is_left_to_right(const scene::Run* run) {
    return run->glyphs.direction == Direction::LeftToRight;
}

/// Right to left, places inside a stretch would break the browser's bidirectional ordering: there
/// is one place, at the right end, and one length. WebKit and Inkscape need the length on an inner
/// tspan.
std::string right_to_left_text(const Runs& stretch, const SvgTextStyle& style, RunLinks links) {
    const Pt left = stretch.front()->origin.x;
    const Pt right = right_edge(*stretch.back());
    const Runs runs = in_reading_order(stretch, Direction::RightToLeft);
    const GlyphRun& first = runs.front()->glyphs;
    std::string out = fmt::format("<text direction=\"rtl\"{} x=\"{}\" y=\"{}\"><tspan{}>",
                                  style_attributes(first, nullptr, style), units(right),
                                  units(runs.front()->origin.y), length_attributes(right - left));
    bool is_isolated = false;
    for (const scene::Run* run : runs) {
        const bool is_turned = is_left_to_right(run);
        if (is_isolated && !is_turned) out += "</tspan>";
        if (is_turned && !is_isolated) {
            // The first character's own direction says which end of the text its place is.
            out += fmt::format("<tspan{}{}>", isolation(Direction::LeftToRight),
                               run == runs.front() ? " text-anchor=\"end\"" : "");
        }
        is_isolated = is_turned;
        const std::string attributes = style_attributes(run->glyphs, &first, style);
        const std::string text = linked_text(*run, style, links);
        out += attributes.empty() ? text : fmt::format("<tspan{}>{}</tspan>", attributes, text);
    }
    if (is_isolated) out += "</tspan>";
    return out + "</tspan></text>\n";
}

}  // namespace

std::string svg_text_line(const scene::TextLine& line, const SvgTextStyle& style, RunLinks links) {
    if (line.runs.empty()) return {};
    if (line.direction == Direction::LeftToRight) {
        return left_to_right_text(pointers_to(line.runs), style, links);
    }
    std::string out;
    std::vector<Runs> stretches = contiguous_stretches(line);
    std::reverse(stretches.begin(), stretches.end());
    for (const Runs& stretch : stretches) {
        const bool is_plain = std::all_of(stretch.begin(), stretch.end(), is_left_to_right);
        out += is_plain ? left_to_right_text(stretch, style, links)
                        : right_to_left_text(stretch, style, links);
    }
    return out;
}

}  // namespace broadside::emit
