#include <utility>

#include "broadside/resolve/cells/cell_kind.hpp"
#include "broadside/resolve/paragraphs.hpp"
#include "broadside/resolve/styles.hpp"
#include "broadside/unicode/script.hpp"

namespace broadside::resolve {

using model::StyleRole;

namespace {

/// Details that stay as they are in every language are names.
bool details_names(const model::Cell& cell, const model::Column& column) {
    using model::TranslatedParts;
    const TranslatedParts parts = cell.translate.value_or(column.translate);
    return parts == TranslatedParts::None || parts == TranslatedParts::Names;
}

}  // namespace

doc::Paragraph names_paragraph(const model::Cell& cell, const model::Project& project) {
    TextStyle style = style_of(project.layout, StyleRole::Name);
    // Part of what the name above it is.
    if (cell.level > 0) style.weight = kRegularWeight;
    TextStyle dot_style = in_colour(style, project.layout.palette[PaletteColour::Muted]);
    dot_style.weight = kRegularWeight;
    std::vector<const model::Text*> names;
    for (const model::Text& name : *cell.names) names.push_back(&name);
    doc::Paragraph paragraph = dotted_paragraph(names, {style, dot_style},
                                                unicode::direction_of(project.dataset.language));
    for (doc::Span& span : paragraph.spans) {
        span.is_name = span.style == style;
        span.whole = span.is_name && names.size() > 1;
    }
    return paragraph;
}

doc::Paragraph detail_paragraph(const model::Cell& cell, const model::Layout& layout) {
    return literal_paragraph(*cell.extras->detail, style_of(layout, StyleRole::Detail));
}

CellContent name_cell(const CellSource& source) {
    const model::Layout& layout = source.project.layout;
    doc::Paragraph names = names_paragraph(*source.cell.content, source.project);
    lead_to(names, *source.cell.content->extras->url, layout);
    doc::Paragraph detail = detail_paragraph(*source.cell.content, layout);
    add_value(names, source, style_of(layout, StyleRole::Name));
    const bool is_name = details_names(*source.cell.content, *source.cell.source_column);
    for (doc::Span& span : detail.spans) span.is_name = is_name;
    // A note is on what is named; the examples under it are only an aside.
    return two_lines_of(std::move(names), std::move(detail), source);
}

}  // namespace broadside::resolve
