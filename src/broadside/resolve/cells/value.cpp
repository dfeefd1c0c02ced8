#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "broadside/model/dataset.hpp"
#include "broadside/resolve/cells/cell_kind.hpp"
#include "broadside/resolve/cells/gauge.hpp"
#include "broadside/resolve/paragraphs.hpp"
#include "broadside/resolve/styles.hpp"
#include "broadside/unicode/characters.hpp"
#include "broadside/unicode/numbers.hpp"
#include "broadside/unicode/utf8.hpp"

namespace broadside::resolve {

namespace {

doc::Symbol symbol_of(const model::Value& value, const model::Project& project) {
    return {project.symbols.at(value.symbol.id), project.layout.symbol_size,
            ink_of(project.layout, value.tone), said_of(value)};
}

/// A symbol or, where the value has none, words in its tone.
doc::Span span_of(const model::Value& value, const CellSource& source, const TextStyle& style) {
    if (const auto symbol = source.symbols.find(&value); symbol != source.symbols.end())
        return symbol_span(symbol->second, style);
    return words_span(value, source, style);
}

/// For who does not see the fill.
void add_unseen_value(doc::Paragraph& text, const CellSource& source, const TextStyle& style) {
    constexpr Pt kUnseen{0.1};
    if (!text.empty()) tell_origins(text);
    text.spans.insert(text.spans.begin(),
                      symbol_span(doc::Symbol{empty_drawing(), kUnseen, style.colour,
                                              said_of(*source.cell.value)},
                                  style));
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

Codes codes_of(const model::Dataset& dataset) {
    Codes codes;
    for (const model::Vocabulary& vocabulary : dataset.vocabularies) {
        const std::vector<bool> are_codes = model::codes_of(vocabulary);
        for (std::size_t i = 0; i < are_codes.size(); ++i) {
            if (are_codes[i]) codes.insert(&vocabulary.values[i]);
        }
    }
    return codes;
}

const std::string& said_of(const model::Value& value) {
    return value.alt.empty() ? value.label.text : value.alt.text;
}

doc::Span words_span(const model::Value& value, const CellSource& source, const TextStyle& style) {
    const model::Text& words = words_of(value);
    const model::Layout& layout = source.project.layout;
    const bool is_dash = unicode::is_dash(words.text);  // which is there to be overlooked
    doc::Span span = styled_span(words.text, is_dash ? in_colour(style, ink_of(layout, value.tone))
                                                     : in_tone(style, layout, value.tone));
    span.origin = words.place;
    // A dash says nothing to who listens.
    if (source.codes.count(&value) > 0 || !value.alt.empty() || is_dash)
        span.spoken = said_of(value);
    return span;
}

void add_value(doc::Paragraph& text, const CellSource& source, const TextStyle& style) {
    if (source.cell.value == nullptr) return;
    if (source.hides_words) {
        add_unseen_value(text, source, style);
        return;
    }
    std::vector<doc::Span>& spans = text.spans;
    doc::Span value = span_of(*source.cell.value, source, style);
    const bool is_words = !value.symbol, is_short = source.codes.count(source.cell.value) > 0;
    // Words beside others are told apart without colours, codes are as in the legend.
    if (is_words && (is_short || !spans.empty())) value.style.weight = kBoldWeight;
    if (spans.empty()) {
        text.origin = value.origin;
        spans.push_back(std::move(value));
        return;
    }
    tell_origins(text);
    // Lines end rather behind a value than in its words, unless these are a sentence.
    constexpr std::size_t kLongest = 24;  // in characters
    value.holds = is_words && unicode::decode(value.text).size() <= kLongest;
    // No line ends between a symbol or a code and the word beside it.
    const bool holds = !is_words || is_short;
    doc::Span space = styled_span(std::string(holds ? unicode::kNoBreakSpace : " "), style);
    if (source.cell.source_column->value_side == model::ValueSide::Start)
        spans.insert(spans.begin(), {std::move(value), std::move(space)});
    else
        spans.insert(spans.end(), {std::move(space), std::move(value)});
}

CellContent one_line_of(doc::Paragraph text, const CellSource& source, const TextStyle& style) {
    const model::Layout& layout = source.project.layout;
    lead_to(text, *source.cell.content->extras->url, layout);
    text.alignment = source.alignment;
    add_value(text, source, style);
    append_marks(text, *source.cell.notes, source.footnotes, layout);
    if (text.empty()) return {};
    return {std::move(text)};
}

CellContent two_lines_of(doc::Paragraph first, doc::Paragraph second, const CellSource& source) {
    doc::Paragraph& marked = first.empty() && !second.empty() ? second : first;
    append_marks(marked, *source.cell.notes, source.footnotes, source.project.layout);
    CellContent content;
    for (doc::Paragraph* paragraph : {&first, &second}) {
        paragraph->alignment = source.alignment;
        if (!paragraph->empty()) content.push_back(std::move(*paragraph));
    }
    return content;
}

}  // namespace broadside::resolve
