#include "broadside/emit/html/writer.hpp"

#include <algorithm>
#include <sstream>
#include <tuple>
#include <utility>

#include "broadside/doc/parts.hpp"
#include "broadside/emit/drawing.hpp"
#include "broadside/emit/html/heads.hpp"
#include "broadside/emit/html/held_spans.hpp"
#include "broadside/emit/html/japanese_lines.hpp"
#include "broadside/emit/html/lead.hpp"
#include "broadside/emit/link_targets.hpp"
#include "broadside/emit/markup.hpp"
#include "broadside/emit/svg/shape.hpp"
#include "broadside/unicode/characters.hpp"
#include "broadside/unicode/language_tag.hpp"
#include "broadside/unicode/utf8.hpp"

namespace broadside::emit {

namespace {

/// With an element where Japanese lines may end.
std::string japanese_content(std::string_view text) {
    std::string out;
    std::size_t first = 0;
    char32_t before = 0;
    for (const unicode::Character& each : unicode::characters_of(text)) {
        if (may_end_japanese_line(std::exchange(before, each.code), each.code)) {
            out += escape_xml(text.substr(first, each.begin - first)) + "<wbr>";
            first = each.begin;
        }
    }
    return out + escape_xml(text.substr(first));
}

/// A browser breaks it where layout does.
std::string address_content(std::string_view text) {
    std::string out;
    std::size_t first = 0;
    for (std::size_t at = 1; at < text.size(); ++at) {
        if (!may_break_address(text, at)) continue;
        out += escape_xml(text.substr(first, at - first)) + "<wbr>";
        first = at;
    }
    return out + escape_xml(text.substr(first));
}

/// Nobody hears or copies what holds a line together.
std::string with_joiners_aside(std::string html) {
    constexpr std::string_view kWordJoiner = "\u2060",
                               kAside =
                                   "<span class=\"bsd-joint\" aria-hidden=\"true\">\u2060</span>";
    for (std::size_t at = 0; (at = html.find(kWordJoiner, at)) != html.npos; at += kAside.size())
        html.replace(at, kWordJoiner.size(), kAside);
    return html;
}

/// Of the span with the largest and plainest type, of which others are told apart.
const TextStyle& main_style(const doc::Paragraph& paragraph) {
    const auto plainness = [](const doc::Span& span) {
        return std::tuple(!span.separates && span.rise <= 0, span.style.size,
                          span.style.slant == FontSlant::Upright, -span.style.weight,
                          span.url.empty(), span.text.size());
    };
    const auto main = std::max_element(
        paragraph.spans.begin(), paragraph.spans.end(),
        [&](const doc::Span& a, const doc::Span& b) { return plainness(a) < plainness(b); });
    return main->style;
}

bool is_blank(std::string_view text) {
    const unicode::Characters characters = unicode::characters_of(text);
    return std::all_of(characters.begin(), characters.end(),
                       [](const unicode::Character& c) { return unicode::is_space(c.code); });
}

/// Emphasis is more than a look.
std::string_view element_of(const doc::Span& span, const TextStyle& around) {
    if (span.rise > 0) return "sup";
    if (span.is_tag || is_blank(span.text)) return "span";
    if (span.style.weight >= kBoldWeight && around.weight < kBoldWeight) return "strong";
    if (span.style.slant == FontSlant::Italic && around.slant != FontSlant::Italic) return "em";
    return span.style.size < around.size ? "small" : "span";
}

/// Words that belong to the picture before them.
bool begins_with_space(const doc::Span& span) {
    return span.text.starts_with(unicode::kNoBreakSpace) && !span.axis && !span.spoken &&
           span.url.empty() && span.note.empty();
}

}  // namespace

std::string_view alignment_class(Alignment alignment) { return word_of(kAlignments, alignment); }

std::string HtmlWriter::text(std::string_view text, std::string_view language) const {
    const bool is_japanese = language.empty() ? style_.setting().is_japanese
                                              : unicode::primary_language(language) == "ja";
    std::string out;
    for (std::size_t end = 0;; text.remove_prefix(end + 1), out += "<br>") {
        end = std::min(text.find('\n'), text.size());
        const std::string_view line = text.substr(0, end);
        out += with_joiners_aside(is_japanese ? japanese_content(line) : escape_xml(line));
        if (end == text.size()) return out;
    }
}

HtmlWriter::HtmlWriter(const doc::Document& document, HtmlPlace place)
    : style_(document, std::move(place)), direction_(document.direction) {
    doc::for_each_part(document.blocks, [this](const doc::Paragraph& paragraph) {
        if (paragraph.meaning->role == Role::ListLabel) listed_.insert(paragraph.meaning->note);
    });
}

std::string HtmlWriter::classes(std::string_view names, const std::string& declarations) {
    std::istringstream words(fmt::format("{} {}", names, style_.class_of(declarations)));
    std::string prefixed;
    for (std::string word; words >> word;)
        prefixed += fmt::format("{}bsd-{}", prefixed.empty() ? "" : " ", word);
    return attribute("class", prefixed);
}

std::string HtmlWriter::border(std::string_view edge, const RuleStyle& rule) {
    if (rule.width <= Pt(0)) return "";
    return fmt::format("border-{}:max(1px,{}) solid {};", edge, style_.length(rule.width),
                       style_.colour(rule.colour));
}

void HtmlWriter::paragraph(std::string_view name, const doc::Paragraph& paragraph,
                           std::string_view class_name, Alignment around,
                           const FigureTails* figures, const doc::Symbol* badge, Pt indent) {
    if (paragraph.empty()) return;
    const TextStyle& own = main_style(paragraph);
    if (paragraph.alignment != around && class_name.empty())
        class_name = alignment_class(paragraph.alignment);
    std::string names(class_name), look = style_.text(own, style_.main());
    const bool is_among = figures != nullptr && !doc::has_figure(paragraph);
    const Pt lead = is_among || paragraph.alignment == Alignment::End ? Pt(0) : lead_of(paragraph);
    if (lead > Pt(0)) {
        names += paragraph.alignment == Alignment::Centre ? " led middle" : " led";
        look += fmt::format("--bsd-lead:{};", style_.length(lead));
    } else if (indent > Pt(0)) {
        look += fmt::format("padding-inline-start:{};", style_.length(indent));
    }
    if (badge != nullptr) look += fmt::format("--bsd-badge:{};", style_.length(badge->width()));
    out_ += fmt::format("<{}{}>", name, classes(names, look));
    const Meaning& meaning = *paragraph.meaning;
    const bool leads_back = meaning.role == Role::ListLabel && !meaning.note.empty();
    if (leads_back)
        out_ +=
            fmt::format("<a href=\"#{}\" role=\"doc-backlink\">", id(mark_anchor(meaning.note)));
    std::string before, behind;  // of room
    if (figures != nullptr) {
        before = figures->left_before(paragraph, direction_);
        behind = figures->left_behind(paragraph, direction_);
        // Numbers stand from left to right in every page.
        if (direction_ == Direction::RightToLeft) std::swap(before, behind);
    }
    room(before);
    if (badge != nullptr) out_ += "<span class=\"bsd-named\">";
    if (is_among) {
        const auto marks = first_mark(paragraph);
        out_ += "<span>";
        spans({paragraph.spans.begin(), marks}, own);
        // Marks stand in the room behind the words, that these end where they do without.
        out_ += "</span><span class=\"bsd-behind\"><span>";
        spans({marks, paragraph.spans.end()}, own);
        out_ += "</span>";
        room(behind);
        out_ += "</span>";
    } else {
        spans(paragraph.spans, own, figures != nullptr && !figures->behind.empty());
        room(behind);
    }
    if (badge != nullptr) {
        out_ += "</span>";
        symbol(*badge);
    }
    out_ += fmt::format("{}</{}>\n", leads_back ? "</a>" : "", name);
}

/// Before and behind figures, for the eye alone.
void HtmlWriter::room(const std::string& text) {
    if (!text.empty())
        out_ += fmt::format("<span{}></span>",
                            classes("room", fmt::format("--bsd-room:{};", css_string(text))));
}

void HtmlWriter::spans(const std::vector<doc::Span>& spans, const TextStyle& around,
                       bool have_tails) {
    if (const auto held = with_lines_held(spans, style_.setting().language))
        return this->spans(*held, around, have_tails);
    bool has_tail = false;
    for (auto at = spans.begin(); at != spans.end(); ++at) {
        const doc::Span& each = *at;
        if (each.symbol && !each.url.empty()) {
            at = linked_picture(at, spans.end(), around);
        } else if (each.symbol && at + 1 != spans.end() && begins_with_space(at[1])) {
            // To browsers the space keeps no picture from the end of a line (CSS Text, 5.1).
            out_ += fmt::format("<span{}>", classes("", "white-space:nowrap;"));
            symbol(*each.symbol);
            ++at;
            part(*at, unicode::kNoBreakSpace, around);
            out_ += "</span>";
            part(*at, std::string_view(at->text).substr(unicode::kNoBreakSpace.size()), around);
        } else if (each.symbol) {
            symbol(*each.symbol);
        } else if (each.axis) {
            figure(each, around);
            if (have_tails && !has_tail) out_ += "<span class=\"bsd-tail\">";
            has_tail = have_tails;
        } else {
            span(each, around);
        }
    }
    if (has_tail) out_ += "</span>";
}

void HtmlWriter::marks_again(const std::vector<doc::Span>& marks) {
    for (const doc::Span& mark : marks) {
        const std::string text = escape_xml(mark.text);
        const bool is_link = listed_.count(mark.note) > 0;
        const std::string look = classes("", style_.text(mark.style, style_.main()));
        out_ += is_link ? fmt::format("<sup{}><a href=\"#{}\" tabindex=\"-1\">{}</a></sup>", look,
                                      id(note_anchor(mark.note)), text)
                        : fmt::format("<sup{}>{}</sup>", look, text);
    }
}

/// With the words behind it that lead to the same place: one link. Returns the last of them.
HtmlWriter::SpanAt HtmlWriter::linked_picture(SpanAt first, SpanAt last, const TextStyle& around) {
    const SpanAt end = std::find_if(first + 1, last, [&](const doc::Span& span) {
        return span.url != first->url || span.symbol || span.axis;
    });
    // Nobody needs a link twice, nor one without a name.
    const bool is_hidden = end == first + 1 && first->symbol->alt.empty();
    out_ += fmt::format("<a{}{}>", attribute("href", first->url.address()),
                        is_hidden ? " aria-hidden=\"true\" tabindex=\"-1\"" : "");
    symbol(*first->symbol);
    for (SpanAt at = first + 1; at != end; ++at) {
        doc::Span words = *at;
        words.url = {};
        // A line under the space between them would belong to neither.
        if (words.text == unicode::kNoBreakSpace)
            out_ +=
                fmt::format("<span{}>{}</span>", classes("", "display:inline-block;"), words.text);
        else
            span(words, around);
    }
    out_ += "</a>";
    return end - 1;
}

void HtmlWriter::part(const doc::Span& span, std::string_view text, const TextStyle& around) {
    if (text.empty()) return;
    doc::Span part = span;
    part.text = text;
    this->span(part, around);
}

/// Numbers stand from left to right in every page, and what belongs to them may not.
void HtmlWriter::figure(const doc::Span& span, const TextStyle& around) {
    const FigureParts parts = parts_of(span, direction_);
    const bool has_number =
        direction_ == Direction::RightToLeft && !(parts.head.empty() && parts.tail.empty());
    part(span, parts.before, around);
    if (has_number) out_ += "<span dir=\"ltr\">";
    part(span, std::string(parts.head).append(parts.tail), around);
    if (has_number) out_ += "</span>";
    part(span, parts.after, around);
}

void HtmlWriter::span(const doc::Span& span, const TextStyle& around) {
    const std::string attributes =
        classes(span.is_tag ? "tag" : "", style_.text(span.style, around)) +
        attribute("lang", *span.language);
    // Its box is one word, to which an element where a line may end is a break all the same.
    std::string text = span.is_tag       ? escape_xml(span.text)
                       : span.is_address ? address_content(span.text)
                                         : this->text(span.text, *span.language);
    if (span.spoken)
        text = fmt::format(
            "<abbr aria-hidden=\"true\"{}>{}</abbr><span class=\"bsd-hidden\">{}</span>",
            attribute("title", *span.spoken), text, escape_xml(*span.spoken));
    if (!span.url.empty())
        text = fmt::format("<a{}>{}</a>", attribute("href", span.url.address()), text);
    if (listed_.count(span.note) > 0)
        text = fmt::format("<a{} href=\"#{}\" role=\"doc-noteref\">{}</a>",
                           span.call == 1 ? attribute("id", id(mark_anchor(span.note))) : "",
                           id(note_anchor(span.note)), text);
    const std::string_view name = element_of(span, around);
    out_ += attributes.empty() && name == "span"
                ? text
                : fmt::format("<{0}{1}>{2}</{0}>", name, attributes, text);
}

void HtmlWriter::symbol(const doc::Symbol& symbol, std::string_view class_name) {
    const Drawing& drawing = *symbol.drawing;
    // It only has words: shown where the fill that stands for them is not.
    if (drawing.shapes.empty() && !drawing.image && !symbol.alt.empty()) {
        out_ += fmt::format("<span class=\"bsd-hidden bsd-unfilled\">{} </span>",
                            escape_xml(symbol.alt));
        return;
    }
    const std::string look =
        fmt::format("width:{};height:{};color:{};", style_.length(symbol.width()),
                    style_.length(symbol.height), style_.colour(symbol.colour));
    std::string names(class_name);
    if (!drawing.code_of.empty())
        names += " code";
    else if (is_for_light_paper(drawing))
        names += " picture";
    if (has_several_colours(drawing)) names += " coloured";
    out_ += fmt::format("<svg{}", classes(names, look));
    if (symbol.alt.empty()) {
        out_ += " aria-hidden=\"true\">";
    } else {
        // Its title alone: a label beside it would be read twice.
        out_ += fmt::format(" role=\"img\"><title>{}</title>", escape_xml(symbol.alt));
    }
    out_ += fmt::format("<use href=\"#{}\"/></svg>", symbol_id(symbol.drawing));
}

const std::string& HtmlWriter::symbol_id(const DrawingRef& drawing) {
    const auto [known, is_new] = symbols_.try_emplace(drawing.get());
    std::string& id = known->second;
    if (!is_new) return id;
    id = this->id(fmt::format("symbol-{}", symbols_.size()));
    definitions_ += fmt::format("<symbol id=\"{}\" viewBox=\"0 0 {} {}\">\n", id,
                                units(Pt(drawing->width)), units(Pt(drawing->height)));
    if (const Image* image = drawing->image.get())
        definitions_ +=
            fmt::format("<image width=\"{}\" height=\"{}\" href=\"{}\"/>\n",
                        units(Pt(drawing->width)), units(Pt(drawing->height)), data_url(*image));
    std::size_t parts = 0;
    // Rules of classes do not reach what is used.
    const auto themed = [this](Colour colour) { return style_.colour(colour); };
    definitions_ += shape_elements(
        *drawing, {},
        {"currentColor", [&] { return fmt::format("{}-{}", id, ++parts); }, nullptr, themed});
    definitions_ += "</symbol>\n";
    return id;
}

std::string HtmlWriter::id(std::string_view anchor) const {
    const HtmlPlace& place = style_.place();
    return place.is_fragment() ? fmt::format("{}-{}", place.name, anchor) : std::string(anchor);
}

std::string HtmlWriter::row_id(const doc::Row& row) {
    const bool is_new = !row.id.empty() && rows_.insert(row.id).second;
    return is_new ? attribute("id", id(row_anchor(row.id))) : "";
}

}  // namespace broadside::emit
