#include "broadside/resolve/cells/tags.hpp"

#include <string>
#include <variant>

#include "broadside/resolve/isolate.hpp"
#include "broadside/resolve/styles.hpp"
#include "broadside/unicode/characters.hpp"
#include "broadside/unicode/script.hpp"

namespace broadside::resolve {

void add_tags(CellContent& content, const CellSource& source) {
    const model::Layout& layout = source.project.layout;
    const Direction direction = unicode::direction_of(source.project.dataset.language);
    TextStyle style = style_of(layout, model::StyleRole::Detail);
    style.colour = layout.palette.ink;
    const bool has_line =
        !content.empty() && std::holds_alternative<doc::Paragraph>(content.front());
    if (!has_line) {
        content.emplace_back(doc::Paragraph{});
        std::get<doc::Paragraph>(content.back()).alignment = source.alignment;
    }
    auto& paragraph = std::get<doc::Paragraph>(has_line ? content.front() : content.back());
    for (doc::Span& span : paragraph.spans) {
        if (!span.origin) span.origin = paragraph.origin;
    }
    for (const model::Text& tag : *source.cell.content->tags) {
        if (!paragraph.empty()) {
            doc::Span space;
            space.text = "  ";
            space.style = style;
            paragraph.spans.push_back(std::move(space));
        }
        doc::Span span;
        span.text = std::string(unicode::kNarrowNoBreakSpace) + isolated_part(tag.text, direction) +
                    std::string(unicode::kNarrowNoBreakSpace);
        span.style = style;
        span.origin = tag.place;
        span.is_tag = span.holds = true;
        paragraph.spans.push_back(std::move(span));
    }
}

}  // namespace broadside::resolve
