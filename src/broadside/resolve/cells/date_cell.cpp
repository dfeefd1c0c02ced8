#include <utility>

#include "broadside/resolve/cells/cell_kind.hpp"
#include "broadside/resolve/paragraphs.hpp"
#include "broadside/resolve/styles.hpp"
#include "broadside/unicode/date_format.hpp"

namespace broadside::resolve {

CellContent date_cell(const CellSource& source) {
    const model::Dataset& dataset = source.project.dataset;
    const model::Cell& cell = *source.cell.content;
    const TextStyle& style = style_of(source.project.layout, model::StyleRole::Cell);
    model::Text text = *cell.text;
    if (!cell.date->empty())
        text = {unicode::format_date(*cell.date, dataset.language,
                                     source.cell.source_column->date_length, dataset.zero_digit),
                cell.place};
    doc::Paragraph paragraph = literal_paragraph(text, style);
    for (doc::Span& span : paragraph.spans) span.holds = !cell.date->empty();
    return one_line_of(std::move(paragraph), source, style);
}

}  // namespace broadside::resolve
