#include <utility>

#include "broadside/resolve/cells/cell_kind.hpp"
#include "broadside/resolve/paragraphs.hpp"
#include "broadside/resolve/styles.hpp"
#include "broadside/unicode/figures.hpp"
#include "broadside/unicode/utf8.hpp"

namespace broadside::resolve {

CellContent symbol_cell(const CellSource& source) {
    const model::Layout& layout = source.project.layout;
    const model::Text& text = *source.cell.content->text;
    const auto symbol = source.symbols.find(source.cell.value);
    if (symbol != source.symbols.end() && text.empty() && !source.cell.content->quantity)
        return {doc::SymbolLine{symbol->second,
                                mark_spans(*source.cell.notes, source.footnotes, layout)}};
    const TextStyle& style = style_of(layout, model::StyleRole::Cell);
    doc::Paragraph paragraph = literal_paragraph(text, style);
    // A figure and what it counts stay beside their symbol; after words, they need not.
    constexpr std::size_t kShort = 12;
    const bool is_count =
        unicode::find_figure(text.text) && unicode::decode(text.text).size() <= kShort;
    for (doc::Span& span : paragraph.spans) span.holds = is_count;
    add_number(paragraph, source, style);
    return one_line_of(std::move(paragraph), source, style);
}

}  // namespace broadside::resolve
