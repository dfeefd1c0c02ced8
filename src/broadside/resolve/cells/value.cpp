#include <utility>

#include "broadside/resolve/cells/cell_kind.hpp"
#include "broadside/resolve/styles.hpp"
#include "broadside/unicode/characters.hpp"

namespace broadside::resolve {

namespace {

doc::Symbol symbol_of(const model::Value& value, const model::Project& project) {
    return {project.symbols.at(value.symbol.id), project.layout.symbol_size,
            ink_of(project.layout, value.tone),
            value.alt.empty() ? value.label.text : value.alt.text};
}

/// A symbol or, where the value has none, words in its tone.
doc::Span span_of(const model::Value& value, const CellSource& source, const TextStyle& style) {
    doc::Span span;
    span.style = style;
    if (const auto symbol = source.symbols.find(&value); symbol != source.symbols.end()) {
        span.text = doc::kObject;
        span.symbol = symbol->second;
        return span;
    }
    const model::Text& words = words_of(value);
    span.text = words.text;
    span.origin = words.place;
    span.style.colour = ink_of(source.project.layout, value.tone);
    return span;
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

const model::Text& words_of(const model::Value& value) {
    return value.text.empty() ? value.label : value.text;
}

void add_value(doc::Paragraph& text, const CellSource& source, const TextStyle& style) {
    if (source.cell.value == nullptr) return;
    std::vector<doc::Span>& spans = text.spans;
    doc::Span value = span_of(*source.cell.value, source, style);
    if (spans.empty()) {
        text.origin = value.origin;
        spans.push_back(std::move(value));
        return;
    }
    // Two texts in one paragraph: each says where it is from.
    for (doc::Span& span : spans) {
        if (!span.origin) span.origin = text.origin;
    }
    // No line ends between a symbol and the word beside it.
    doc::Span space;
    space.text = unicode::kNoBreakSpace;
    space.style = style;
    if (source.cell.source_column->value_side == model::ValueSide::Start)
        spans.insert(spans.begin(), {std::move(value), std::move(space)});
    else
        spans.insert(spans.end(), {std::move(space), std::move(value)});
}

}  // namespace broadside::resolve
