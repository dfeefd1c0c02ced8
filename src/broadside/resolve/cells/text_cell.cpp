#include <algorithm>
#include <utility>

#include "broadside/resolve/cells/cell_kind.hpp"
#include "broadside/resolve/paragraphs.hpp"
#include "broadside/resolve/styles.hpp"

namespace broadside::resolve {

using model::StyleRole;

namespace {

/// The words of a value that has no symbol stand on a line of their own: below the text or, where
/// the column says so, above it.
doc::Paragraph verdict_paragraph(const CellSource& source) {
    const model::Value* const value = source.cell.value;
    const model::Layout& layout = source.project.layout;
    if (!value || !value->symbol.id.empty()) return {};
    const TextStyle& style = style_of(layout, StyleRole::Verdict);
    doc::Paragraph text;
    text.spans = {words_span(*value, source, style)};
    text.origin = text.spans.front().origin;
    return text;
}

}  // namespace

CellContent text_cell(const CellSource& source) {
    const model::Layout& layout = source.project.layout;
    doc::Paragraph text = rich_paragraph(*source.cell.content->text, layout, StyleRole::Cell);
    add_number(text, source, style_of(layout, StyleRole::Cell));
    lead_to(text, *source.cell.content->extras->url, layout);
    doc::Paragraph verdict;
    if (!source.hides_words) verdict = verdict_paragraph(source);
    if (verdict.empty()) add_value(text, source, style_of(layout, StyleRole::Cell));
    CellContent content = two_lines_of(std::move(text), std::move(verdict), source);
    if (source.cell.source_column->value_side == model::ValueSide::Start)
        std::reverse(content.begin(), content.end());
    return content;
}

}  // namespace broadside::resolve
