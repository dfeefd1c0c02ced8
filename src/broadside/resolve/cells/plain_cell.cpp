#include <algorithm>
#include <utility>

#include "broadside/resolve/cells/cell_kind.hpp"
#include "broadside/resolve/paragraphs.hpp"
#include "broadside/resolve/styles.hpp"
#include "broadside/unicode/numbers.hpp"

namespace broadside::resolve {

Alignment plain_alignment(const std::vector<const model::Cell*>& cells) {
    const auto has_number = [](const model::Cell* cell) {
        return unicode::is_number(cell->text->text);
    };
    const auto fits_numbers = [&](const model::Cell* cell) {
        return cell->text->empty() || unicode::is_dash(cell->text->text) || has_number(cell);
    };
    const bool is_numeric = std::any_of(cells.begin(), cells.end(), has_number) &&
                            std::all_of(cells.begin(), cells.end(), fits_numbers);
    return is_numeric ? Alignment::End : Alignment::Centre;
}

CellContent plain_cell(const CellSource& source) {
    const model::Layout& layout = source.project.layout;
    model::Text text = *source.cell.content->text;
    if (unicode::is_number(text.text)) {
        const bool is_literal = text.text == *source.cell.content->number;
        if (is_literal)
            text.text = unicode::with_digits(text.text, source.project.dataset.zero_digit);
        text.text = unicode::with_minus_sign(text.text);
    }
    const TextStyle& style = style_of(layout, model::StyleRole::Cell);
    doc::Paragraph paragraph = literal_paragraph(text, style);
    lead_to(paragraph, *source.cell.content->url, layout);
    paragraph.alignment = source.alignment;
    add_value(paragraph, source, style);
    append_marks(paragraph, mark_spans(*source.cell.notes, source.footnotes, layout));
    if (paragraph.empty()) return {};
    return {std::move(paragraph)};
}

}  // namespace broadside::resolve
