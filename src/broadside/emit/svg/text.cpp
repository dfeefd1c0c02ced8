#include "broadside/emit/svg/text.hpp"

#include <algorithm>
#include <vector>

#include <fmt/format.h>

#include "broadside/emit/reading_order.hpp"
#include "broadside/emit/svg/markup.hpp"
#include "broadside/emit/xml.hpp"

namespace broadside::emit {

namespace {

Pt right_edge(const scene::Run& run) { return run.origin.x + run.glyphs.advance; }

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
    if (!inherited || to_grid(run.size) != to_grid(inherited->size)) {
        out += fmt::format(" font-size=\"{}\"", units(run.size));
    }
    if (run.language != (inherited ? inherited->language : "")) {
        out += fmt::format(" xml:lang=\"{}\"",
                           escape_xml(run.language.empty() ? style.language : run.language));
    }
    if (style.ink == TextInk::Visible && (!inherited || run.colour != inherited->colour)) {
        out += fmt::format(" fill=\"{}\"", to_string(run.colour));
    }
    if (style.ink == TextInk::Visible && run.is_unseen) out += " fill-opacity=\"0\"";
    if (style.ink == TextInk::Selectable && !inherited)
        out += " fill=\"none\" pointer-events=\"all\"";
    return out;
}

std::string length_attributes(Pt length) {
    if (to_grid(length) <= 0) return {};
    return fmt::format(" textLength=\"{}\" lengthAdjust=\"spacingAndGlyphs\"", units(length));
}

using RunAt = Runs::const_iterator;

/// The end of the runs in a row that lead where `first` leads.
RunAt end_of_link(RunAt first, RunAt last) {
    const scene::Run& run = **first;
    if (run.url.empty() && run.note.empty()) return first + 1;
    return std::find_if(first + 1, last, [&](const scene::Run* next) {
        return next->url != run.url || next->note != run.note;
    });
}

/// What `write` makes of each stretch of runs that lead to one place, as one link: a mark of three
/// runs is one mark.
template <typename Write>
std::string linked(RunAt first, RunAt last, SvgLinks* links, Write write) {
    std::string out;
    while (first != last) {
        const RunAt end = links == nullptr ? last : end_of_link(first, last);
        const std::string attributes = links == nullptr ? "" : links->run_attributes(**first);
        if (!attributes.empty()) out += fmt::format("<a{}>", attributes);
        out += write(first, end);
        if (!attributes.empty()) out += "</a>";
        first = end;
    }
    return out;
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
std::string left_to_right_text(const Runs& stretch, const SvgTextStyle& style, SvgLinks* links) {
    const Runs runs = in_reading_order(stretch, Direction::LeftToRight);
    const scene::Run& first = *runs.front();
    std::string out = fmt::format(
        "<text{} y=\"{}\"", style_attributes(first.glyphs, nullptr, style), units(first.origin.y));
    const bool is_turned = first.glyphs.direction == Direction::RightToLeft;
    if (runs.size() == 1 && !is_turned) {
        out += fmt::format(" x=\"{}\"{}>", units(first.origin.x),
                           length_attributes(first.glyphs.advance));
        out += linked(runs.begin(), runs.end(), links,
                      [&](RunAt, RunAt) { return escape_xml(first.glyphs.utf8); });
        return out + "</text>\n";
    }
    const scene::Run* previous = &first;
    const auto placed = [&](RunAt run, RunAt last) {
        std::string spans;
        for (; run != last; previous = *run++) {
            const GlyphRun& glyphs = (*run)->glyphs;
            spans += fmt::format("<tspan x=\"{}\"", units(start_edge(**run)));
            if (!nearly((*run)->origin.y, previous->origin.y))
                spans += fmt::format(" y=\"{}\"", units((*run)->origin.y));
            if (glyphs.direction == Direction::RightToLeft)
                spans += isolation(Direction::RightToLeft);
            spans += style_attributes(glyphs, &first.glyphs, style);
            spans += length_attributes(glyphs.advance);
            spans += fmt::format(">{}</tspan>", escape_xml(glyphs.utf8));
        }
        return spans;
    };
    return out + ">" + linked(runs.begin(), runs.end(), links, placed) + "</text>\n";
}

/// Runs that touch and stand on one baseline, from left to right.
std::vector<Runs> contiguous_stretches(const scene::Line& line) {
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
class RightToLeftText {
public:
    RightToLeftText(const Runs& stretch, const SvgTextStyle& style)
        : left_(stretch.front()->origin.x),
          right_(right_edge(*stretch.back())),
          runs_(in_reading_order(stretch, Direction::RightToLeft)),
          style_(style) {}

    std::string write(SvgLinks* links) const {
        return fmt::format(
            "<text direction=\"rtl\"{} x=\"{}\" y=\"{}\"><tspan{}>{}</tspan></text>\n",
            style_attributes(first(), nullptr, style_), units(right_),
            units(runs_.front()->origin.y), length_attributes(right_ - left_),
            text(runs_.begin(), runs_.end(), links));
    }

private:
    const GlyphRun& first() const { return runs_.front()->glyphs; }

    /// A link stands inside the isolate that it is in, or around all those that are in it.
    std::string text(RunAt begin, RunAt end, SvgLinks* links) const {
        std::string out;
        while (begin != end) {
            const RunAt turn = end_of_direction(begin, end), link = end_of_link(begin, end);
            const bool is_around = links != nullptr && link > turn && is_turn(link, end);
            const RunAt next = is_around ? link : turn;
            if (is_around) {
                out += linked(begin, next, links,
                              [&](RunAt from, RunAt to) { return text(from, to, nullptr); });
            } else {
                out += directed(begin, next, links);
            }
            begin = next;
        }
        return out;
    }

    static RunAt end_of_direction(RunAt begin, RunAt end) {
        return std::find_if(begin, end, [&](const scene::Run* run) {
            return run->glyphs.direction != (*begin)->glyphs.direction;
        });
    }

    static bool is_turn(RunAt at, RunAt end) {
        return at == end || (*at)->glyphs.direction != (*(at - 1))->glyphs.direction;
    }

    std::string directed(RunAt begin, RunAt end, SvgLinks* links) const {
        const std::string out =
            linked(begin, end, links, [&](RunAt from, RunAt to) { return styled(from, to); });
        if (!is_left_to_right(*begin)) return out;
        // The first character's own direction says which end of the text its place is.
        return fmt::format("<tspan{}{}>{}</tspan>", isolation(Direction::LeftToRight),
                           begin == runs_.begin() ? " text-anchor=\"end\"" : "", out);
    }

    std::string styled(RunAt begin, RunAt end) const {
        std::string out;
        for (; begin != end; ++begin) {
            const GlyphRun& glyphs = (*begin)->glyphs;
            const std::string attributes = style_attributes(glyphs, &first(), style_);
            const std::string text = escape_xml(glyphs.utf8);
            out += attributes.empty() ? text : fmt::format("<tspan{}>{}</tspan>", attributes, text);
        }
        return out;
    }

    Pt left_, right_;
    Runs runs_;
    const SvgTextStyle& style_;
};

}  // namespace

std::string SvgTextStyle::font_family(const std::string& of) const {
    const auto brought = fonts.find(of);
    return (brought != fonts.end() ? brought->second + "," : "") + font_family_value(of);
}

std::string svg_text_line(const scene::Line& line, Direction direction, const SvgTextStyle& style,
                          SvgLinks* links) {
    if (line.runs.empty()) return {};
    if (direction == Direction::LeftToRight) {
        return left_to_right_text(pointers_to(line.runs), style, links);
    }
    std::string out;
    std::vector<Runs> stretches = contiguous_stretches(line);
    std::reverse(stretches.begin(), stretches.end());
    for (const Runs& stretch : stretches) {
        const bool is_plain = std::all_of(stretch.begin(), stretch.end(), is_left_to_right);
        out += is_plain ? left_to_right_text(stretch, style, links)
                        : RightToLeftText(stretch, style).write(links);
    }
    return out;
}

}  // namespace broadside::emit
