#include <utility>

#include "broadside/resolve/cells/cell_kind.hpp"
#include "broadside/resolve/paragraphs.hpp"
#include "broadside/resolve/styles.hpp"

namespace broadside::resolve {

namespace {

doc::Symbol symbol_of(const model::Value& value, const model::Project& project) {
    return {project.symbols.at(value.symbol.id), project.layout.symbol_size,
            ink_of(project.layout, value.tone),
            value.alt.empty() ? value.label.text : value.alt.text};
}

/// The words of a cell that has no symbol.
doc::Paragraph words(const CellSource& source) {
    const model::Layout& layout = source.project.layout;
    const TextStyle& style = style_of(layout, model::StyleRole::Cell);
    const model::Value* value = source.cell.value;
    if (!value) return literal_paragraph(*source.cell.content->text, style);
    const model::Text& text = value->text.empty() ? value->label : value->text;
    return literal_paragraph(text, in_colour(style, ink_of(layout, value->tone)));
}

}  // namespace

ValueSymbols value_symbols(const model::Project& project) {
    ValueSymbols symbols;
    for (const model::Vocabulary& vocabulary : project.dataset.vocabularies) {
        for (const model::Value& value : vocabulary.values) {
            if (!value.symbol.id.empty()) symbols.emplace(&value, symbol_of(value, project));
        }
    }
    return symbols;
}

CellContent symbol_cell(const CellSource& source) {
    const model::Layout& layout = source.project.layout;
    std::vector<doc::Span> marks = mark_spans(*source.cell.notes, source.footnotes, layout);
    if (const auto symbol = source.symbols.find(source.cell.value); symbol != source.symbols.end())
        return {doc::SymbolLine{symbol->second, std::move(marks)}};
    doc::Paragraph paragraph = words(source);
    paragraph.alignment = source.alignment;
    append_marks(paragraph, std::move(marks));
    if (paragraph.empty()) return {};
    return {std::move(paragraph)};
}

}  // namespace broadside::resolve
