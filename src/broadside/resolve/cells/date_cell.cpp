#include <utility>

#include "broadside/resolve/cells/cell_kind.hpp"
#include "broadside/resolve/paragraphs.hpp"
#include "broadside/resolve/styles.hpp"
#include "broadside/unicode/date_format.hpp"

namespace broadside::resolve {

CellContent date_cell(const CellSource& source) {
    const model::Layout& layout = source.project.layout;
    const model::Dataset& dataset = source.project.dataset;
    const model::Cell& cell = *source.cell.content;
    const TextStyle& style = style_of(layout, model::StyleRole::Cell);
    model::Text text = *cell.text;
    if (!cell.date->empty())
        text = {unicode::format_date(*cell.date, dataset.language,
                                     source.cell.source_column->date_length, dataset.zero_digit),
                cell.place};
    doc::Paragraph paragraph = literal_paragraph(text, style);
    paragraph.alignment = source.alignment;
    for (doc::Span& span : paragraph.spans) span.holds = !cell.date->empty();
    lead_to(paragraph, *cell.url, layout);
    add_value(paragraph, source, style);
    append_marks(paragraph, *source.cell.notes, source.footnotes, layout);
    if (paragraph.empty()) return {};
    return {std::move(paragraph)};
}

}  // namespace broadside::resolve
