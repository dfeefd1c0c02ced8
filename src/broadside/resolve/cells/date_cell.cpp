#include <utility>

#include "broadside/resolve/cells/cell_kind.hpp"
#include "broadside/resolve/paragraphs.hpp"
#include "broadside/resolve/styles.hpp"
#include "broadside/unicode/date.hpp"

namespace broadside::resolve {

namespace {

/// A line that has no room for a range ends between its dates rather than in one of them.
doc::Paragraph dates_paragraph(const CellSource& source, const TextStyle& style) {
    const model::Dataset& dataset = source.project.dataset;
    const auto [from, to] = unicode::dates_of(*source.cell.content->extras->date);
    const unicode::DateRange range = unicode::format_range(
        from, to, dataset.language, source.cell.source_column->date_length, dataset.zero_digit);
    doc::Paragraph paragraph = literal_paragraph({range.first, source.cell.content->place}, style);
    if (!range.second.empty()) paragraph.spans.push_back(styled_span(range.second, style));
    for (doc::Span& span : paragraph.spans) span.holds = true;
    return paragraph;
}

}  // namespace

CellContent date_cell(const CellSource& source) {
    const model::Cell& cell = *source.cell.content;
    const TextStyle& style = style_of(source.project.layout, model::StyleRole::Cell);
    doc::Paragraph paragraph = cell.extras->date->empty() ? literal_paragraph(*cell.text, style)
                                                          : dates_paragraph(source, style);
    return one_line_of(std::move(paragraph), source, style);
}

}  // namespace broadside::resolve
