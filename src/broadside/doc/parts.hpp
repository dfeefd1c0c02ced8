#pragma once

#include <algorithm>
#include <cstddef>
#include <span>
#include <type_traits>
#include <variant>
#include <vector>

#include "broadside/doc/document.hpp"
#include "broadside/unicode/characters.hpp"

namespace broadside::doc {

/// What is done with each kind of part.
template <typename... Calls>
struct Overloaded : Calls... {
    using Calls::operator()...;
};
template <typename... Calls>
Overloaded(Calls...) -> Overloaded<Calls...>;

/// The symbol that a text begins with, before words; null: it begins with none.
inline const Symbol* first_symbol(const Paragraph& text) {
    const std::vector<Span>& spans = text.spans;
    const bool begins = spans.size() > 2 && spans[0].symbol && !spans[0].symbol->code_of &&
                        !spans[2].symbol && spans[1].text == unicode::kNoBreakSpace;
    return begins ? &*spans[0].symbol : nullptr;
}

/// The same of a text whose lines begin at its start side: under each other, behind the symbol.
inline const Symbol* leading_symbol(const Paragraph& text) {
    return text.alignment == Alignment::Start ? first_symbol(text) : nullptr;
}

/// Whether a figure in it stands on the axis of its column.
inline bool has_figure(const Paragraph& text) {
    return std::any_of(text.spans.begin(), text.spans.end(),
                       [](const Span& span) { return span.axis.has_value(); });
}

/// Calls `visit` with each part of a document's boxes that it takes: paragraphs, symbols, symbol
/// lines, tables and cells, in reading order, a table before its cells, a cell before its content
/// and that before its other forms, a paragraph before its symbols.
/// Constant boxes have constant parts.
template <typename Visit>
class PartWalk {
public:
    explicit PartWalk(Visit& visit) : visit_(visit) {}

    template <typename Part>
    void walk(Part& part) const {
        using Kind = std::remove_const_t<Part>;
        if constexpr (std::is_same_v<Kind, Box>) {
            std::visit([this](auto& content) { this->walk(content); }, part.content);
        } else if constexpr (std::is_same_v<Kind, TwoEnds>) {
            walk(part.start);
            walk(part.end);
        } else if constexpr (std::is_same_v<Kind, Labelled>) {
            std::visit([this](auto& label) { this->walk(label); }, part.label);
            walk_all(part.body);
        } else if constexpr (std::is_same_v<Kind, LegendPacking>) {
            for (auto& group : part.groups) walk_group(group);
        } else if constexpr (std::is_same_v<Kind, Table>) {
            tell(part);
            for (auto& slot : part.grid.slots) {
                if (auto* cell = std::get_if<Cell>(&slot)) walk_cell(*cell);
            }
        } else if constexpr (requires { part.boxes; }) {
            walk_all(part.boxes);
        } else {
            tell(part);
            if constexpr (std::is_same_v<Kind, Paragraph>) {
                for (auto& span : part.spans) tell_symbol(span.symbol);
            }
        }
    }

private:
    template <typename Parts>
    void walk_all(Parts& parts) const {
        for (auto& part : parts) walk(part);
    }

    template <typename Group>
    void walk_group(Group& group) const {
        walk(group.heading);
        for (auto& entry : group.entries) {
            tell_symbol(entry.symbol);
            walk(entry.code);
            walk(entry.label);
        }
        if (group.badge) walk(*group.badge);
        walk_all(group.sample);
    }

    template <typename Cell>
    void walk_form(Cell& cell) const {
        if (!cell) return;
        if constexpr (std::is_const_v<Cell>)
            walk_cell(*cell);
        else
            walk_cell(cell.edit());
    }

    template <typename Cell>
    void walk_cell(Cell& cell) const {
        tell(cell);
        for (auto& content : cell.content)
            std::visit([this](auto& part) { this->walk(part); }, content);
        if (cell.badge) walk(*cell.badge);
        walk_form(cell.short_form);
        walk_form(cell.continued_form);
    }

    /// One that nobody edits stays shared.
    template <typename Held>
    void tell_symbol(Held& symbol) const {
        if (!symbol) return;
        constexpr bool is_edited = !std::is_const_v<Held> && std::is_invocable_v<Visit&, Symbol&> &&
                                   !std::is_invocable_v<Visit&, const Symbol&>;
        if constexpr (is_edited)
            tell(symbol.edit());
        else
            tell(*symbol);
    }

    template <typename Part>
    void tell(Part& part) const {
        if constexpr (std::is_invocable_v<Visit&, Part&>) visit_(part);
    }

    Visit& visit_;
};

/// The paragraphs of what is stacked; constant ones of constant content.
template <typename Contents>
auto paragraphs_of(Contents& contents) {
    std::vector<decltype(std::get_if<Paragraph>(&contents.front()))> paragraphs;
    for (auto& content : contents) {
        if (auto* paragraph = std::get_if<Paragraph>(&content)) paragraphs.push_back(paragraph);
    }
    return paragraphs;
}

/// The words of a paragraph, or the marks beside a symbol.
template <typename AnyContent>
auto& spans_of(AnyContent& content) {
    auto* paragraph = std::get_if<Paragraph>(&content);
    return paragraph ? paragraph->spans : std::get<SymbolLine>(content).marks;
}

template <typename Boxes, typename Visit>
void for_each_part(Boxes& boxes, Visit&& visit) {
    PartWalk<std::remove_reference_t<Visit>> walk(visit);
    for (auto& box : boxes) walk.walk(box);
}

/// Whether a text in the boxes begins with a symbol.
inline bool has_symbols_before_words(std::span<const Box> boxes) {
    bool has_any = false;
    for_each_part(boxes, [&](const Paragraph& text) { has_any |= first_symbol(text) != nullptr; });
    return has_any;
}

/// Whether it is a text that is more than pictures.
inline bool has_words(const Content& content) {
    const auto* text = std::get_if<Paragraph>(&content);
    return text && std::any_of(text->spans.begin(), text->spans.end(),
                               [](const Span& span) { return !span.symbol; });
}

/// The row of its section that each row stands under, by levels, or itself.
inline std::vector<std::size_t> parents_of(const Grid& grid) {
    std::vector<std::size_t> parents;
    std::vector<std::size_t> above;  // rows that the next one may stand under, each under the last
    for (std::size_t row = 0; row < grid.rows.size(); ++row) {
        const Row& current = grid.rows[row];
        if (current.begins_section) above.clear();
        while (!above.empty() && grid.rows[above.back()].level >= current.level) above.pop_back();
        parents.push_back(above.empty() ? row : above.back());
        if (current.kind == RowKind::Body) above.push_back(row);
    }
    return parents;
}

}  // namespace broadside::doc
