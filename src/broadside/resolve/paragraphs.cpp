#include "broadside/resolve/paragraphs.hpp"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "broadside/resolve/isolate.hpp"
#include "broadside/resolve/links.hpp"
#include "broadside/resolve/markup.hpp"
#include "broadside/resolve/styles.hpp"
#include "broadside/unicode/characters.hpp"

namespace broadside::resolve {

namespace {

/// An address that is none was told before.
void lead_to(doc::Span& span, const std::string& address, Colour colour) {
    auto url = parse_url(address);
    if (!url) return;
    span.url = std::move(url).value();
    span.style.colour = colour;
    span.is_address = span.text.find(' ') == std::string::npos && says_where(span);
}

doc::Paragraph paragraph_at(SourcePlace origin) {
    doc::Paragraph paragraph;
    paragraph.origin = origin;
    return paragraph;
}

}  // namespace

doc::Span styled_span(std::string text, const TextStyle& style) {
    doc::Span span;
    span.text = std::move(text);
    span.style = style;
    return span;
}

doc::Span symbol_span(Sparse<doc::Symbol> symbol, const TextStyle& style) {
    doc::Span span = styled_span(std::string(doc::kObject), style);
    span.symbol = std::move(symbol);
    return span;
}

void tell_origins(doc::Paragraph& paragraph) {
    for (doc::Span& span : paragraph.spans) {
        if (span.note.empty() && !span.origin) span.origin = paragraph.origin;
    }
}

std::vector<model::Text> split_paragraphs(const model::Text& text) {
    std::vector<model::Text> paragraphs;
    for (const std::string_view paragraph : between_blank_lines(text.text))
        paragraphs.push_back({std::string(paragraph), text.place});
    return paragraphs;
}

doc::Paragraph literal_paragraph(const model::Text& text, const TextStyle& style) {
    doc::Paragraph paragraph = paragraph_at(text.place);
    if (!text.empty()) paragraph.spans.push_back(styled_span(text.text, style));
    return paragraph;
}

void lead_to(doc::Paragraph& paragraph, const model::Text& url, const model::Layout& layout) {
    if (url.empty()) return;
    for (doc::Span& span : paragraph.spans) {
        if (span.url.empty()) lead_to(span, url.text, layout.palette[PaletteColour::Link]);
    }
}

doc::Paragraph rich_paragraph(const model::Text& text, const model::Layout& layout,
                              model::StyleRole role) {
    doc::Paragraph paragraph = paragraph_at(text.place);
    std::vector<MarkupRun> runs = parse_markup(text.text);
    paragraph.spans.reserve(runs.size());
    for (MarkupRun& run : runs) {
        TextStyle style = run.small ? small_style_of(layout, role) : style_of(layout, role);
        if (run.emphasis) style.slant = FontSlant::Italic;
        doc::Span span = styled_span(std::move(run.text), run.strong ? strong(style) : style);
        // A section's bar is too dark for the colour of links.
        if (!run.url.empty())
            lead_to(span, run.url,
                    role == model::StyleRole::Section ? style.colour
                                                      : layout.palette[PaletteColour::Link]);
        paragraph.spans.push_back(std::move(span));
    }
    return paragraph;
}

doc::Paragraph dotted_paragraph(const std::vector<const model::Text*>& texts, const DotStyle& style,
                                Direction document) {
    doc::Paragraph paragraph;
    for (const model::Text* text : texts) {
        if (text->empty()) continue;
        if (paragraph.empty()) {
            paragraph.origin = text->place;
        } else {
            paragraph.spans.push_back(styled_span(
                fmt::format("{}{} ", unicode::kNoBreakSpace, unicode::kMiddleDot), style.dot));
            paragraph.spans.back().separates = true;
        }
        paragraph.spans.push_back(styled_span(isolated_part(text->text, document), style.text));
        paragraph.spans.back().origin = text->place;
    }
    return paragraph;
}

}  // namespace broadside::resolve
