#include "broadside/resolve/cells/cell_kind.hpp"

#include <algorithm>
#include <variant>

#include <fmt/format.h>

#include "broadside/resolve/footnotes.hpp"
#include "broadside/resolve/isolate.hpp"
#include "broadside/resolve/paragraphs.hpp"
#include "broadside/resolve/styles.hpp"
#include "broadside/unicode/characters.hpp"
#include "broadside/unicode/script.hpp"

namespace broadside::resolve {

namespace {

/// Boxes under each other do not touch.
constexpr double kLeastLineHeight = 1.65;

}  // namespace

void add_tags(CellContent& content, const CellSource& source) {
    const model::Layout& layout = source.project.layout;
    const Direction direction = unicode::direction_of(source.project.dataset.language);
    TextStyle style =
        in_colour(style_of(layout, model::StyleRole::Detail), layout.palette[PaletteColour::Ink]);
    style.line_height = std::max(style.line_height, kLeastLineHeight);
    const bool has_line =
        !content.empty() && std::holds_alternative<doc::Paragraph>(content.front());
    if (!has_line) {
        content.emplace_back(doc::Paragraph{});
        std::get<doc::Paragraph>(content.back()).alignment = source.alignment;
    }
    auto& paragraph = std::get<doc::Paragraph>(has_line ? content.front() : content.back());
    tell_origins(paragraph);
    const bool has_words = !std::all_of(paragraph.spans.begin(), paragraph.spans.end(),
                                        [](const doc::Span& span) { return span.hangs; });
    if (!has_words) paragraph.spans.clear();
    for (const model::Text& tag : *source.cell.content->extras->tags) {
        if (!paragraph.empty()) paragraph.spans.push_back(styled_span("  ", style));
        doc::Span span = styled_span(
            fmt::format("{0}{1}{0}", unicode::kNoBreakSpace, isolated_part(tag.text, direction)),
            style);
        span.origin = tag.place;
        span.is_tag = span.holds = true;
        paragraph.spans.push_back(std::move(span));
    }
    if (!has_words) append_marks(paragraph, *source.cell.notes, source.footnotes, layout);
}

}  // namespace broadside::resolve
