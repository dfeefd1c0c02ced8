#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "broadside/doc/document.hpp"

/// Documents for tests. With MonoShaper, text of the default size is 10 pt wide a character, its
/// lines are 12 pt high and their baseline is 9 pt below the line's top.
namespace broadside::test {

inline TextStyle mono(double size = 10) {
    TextStyle style;
    style.family = "Mono";
    style.size = Pt(size);
    style.line_height = 1.2;
    return style;
}

inline doc::Paragraph paragraph(std::string text, double size = 10) {
    doc::Paragraph paragraph;
    paragraph.spans.push_back({std::move(text), mono(size), 0, "", {}, false});
    return paragraph;
}

/// The mark of a note, half as large as the text, raised by 0.4 em of it.
inline doc::Span note_mark(const std::string& id) { return {id, mono(5), 0.4, {id}, {}, true}; }

/// A drawing `ratio` times as wide as high.
inline doc::Symbol symbol(double height, double ratio = 1, std::string alt = "yes") {
    Drawing drawing;
    drawing.name = "box";
    drawing.width = 24 * ratio;
    drawing.height = 24;
    return {std::make_shared<const Drawing>(std::move(drawing)), Pt(height), {}, std::move(alt)};
}

/// A symbol as a span of text of the default size.
inline doc::Span symbol_span(double height, std::string alt = "yes") {
    doc::Span span;
    span.text = doc::kObject;
    span.style = mono();
    span.symbol = symbol(height, 1, std::move(alt));
    return span;
}

inline doc::Cell cell(doc::Content content) {
    doc::Cell cell;
    cell.content.push_back(std::move(content));
    return cell;
}
inline doc::Cell cell(std::string text) { return cell(paragraph(std::move(text))); }

inline doc::Cell symbol_cell(double height, std::vector<doc::Span> marks = {}) {
    doc::Cell made = cell(doc::SymbolLine{symbol(height), std::move(marks)});
    made.alignment = Alignment::Centre;
    return made;
}

inline doc::Cell spanning(std::size_t rows, std::size_t columns, doc::Cell cell) {
    cell.row_span = rows;
    cell.column_span = columns;
    return cell;
}

/// Cells in order; slots covered by spans are left out.
struct GridRow {
    doc::Row row;
    std::vector<doc::Cell> cells;
};

inline GridRow header_row(std::vector<doc::Cell> cells) {
    for (doc::Cell& cell : cells) cell.scope = HeaderScope::Column;
    return {{{RowKind::Header}}, std::move(cells)};
}
inline GridRow section_row(std::size_t columns, std::string title) {
    return {{{RowKind::Section, kNoBand, title, true}}, {spanning(1, columns, cell(title))}};
}
inline GridRow body_row(std::string id, std::vector<doc::Cell> cells) {
    return {{{RowKind::Body, kNoBand, std::move(id)}}, std::move(cells)};
}

inline doc::Grid grid(std::vector<WidthRule> widths, std::vector<GridRow> rows) {
    doc::Grid grid;
    const std::size_t columns = widths.size();
    for (std::size_t i = 0; i < columns; ++i) {
        doc::Column& column = grid.columns.emplace_back();
        column.id = "c" + std::to_string(i);
        column.width = widths[i];
    }
    std::vector<bool> taken(rows.size() * columns);
    grid.slots.resize(rows.size() * columns);
    for (std::size_t row = 0; row < rows.size(); ++row) {
        std::size_t column = 0;
        for (doc::Cell& cell : rows[row].cells) {
            while (taken.at(row * columns + column)) ++column;
            for (std::size_t r = row; r < row + cell.row_span; ++r) {
                for (std::size_t c = column; c < column + cell.column_span; ++c) {
                    taken.at(r * columns + c) = true;
                    grid.slots[r * columns + c] = doc::Covered{row, column};
                }
            }
            grid.slots[row * columns + column] = std::move(cell);
        }
        grid.rows.push_back(std::move(rows[row].row));
    }
    return grid;
}

/// `count` rows of one column, "r0" to "r9", each one line high.
inline std::vector<GridRow> plain_rows(std::size_t count) {
    std::vector<GridRow> rows;
    for (std::size_t i = 0; i < count; ++i) {
        const std::string id = "r" + std::to_string(i);
        rows.push_back(body_row(id, {cell(id)}));
    }
    return rows;
}

inline std::vector<GridRow> joined(std::vector<GridRow> first, std::vector<GridRow> second) {
    for (GridRow& row : second) first.push_back(std::move(row));
    return first;
}

/// No padding and no rules, so that sizes are those of the texts.
inline doc::Table table(doc::Grid grid) { return {std::move(grid), {}, "A table"}; }

inline doc::Table padded(doc::Table table, double x, double y) {
    table.style.padding_x = Pt(x);
    table.style.padding_y = Pt(y);
    return table;
}

inline doc::Box box(doc::Box box) { return box; }
template <typename Content>
doc::Box box(Content content) {
    return {std::move(content)};
}

template <typename... Contents>
std::vector<doc::Box> boxes(Contents... contents) {
    std::vector<doc::Box> boxes;
    (boxes.push_back(box(std::move(contents))), ...);
    return boxes;
}

inline doc::Box text_block(std::string text) {
    doc::Box block{doc::Stack{boxes(paragraph(std::move(text))), {}}};
    block.name = "a block of text";
    return block;
}

/// The paragraph of a block made by `text_block`.
template <typename Box>
auto& words_of(Box& block) {
    return std::get<doc::Paragraph>(std::get<doc::Stack>(block.content).boxes[0].content);
}

/// A line at the foot of the page.
inline doc::Box foot(doc::Paragraph start, doc::Paragraph end = {}) {
    start.is_aside = end.is_aside = true;
    doc::Box block{doc::TwoEnds{std::move(start), std::move(end), Pt(12)}};
    block.at_foot = true;
    return block;
}

inline doc::Labelled labelled(std::variant<std::monostate, doc::Paragraph, doc::Symbol> label,
                              std::vector<doc::Paragraph> body, double gap = 0) {
    return {std::move(label), std::move(body), Pt(gap)};
}

/// A page of 200 × 300 pt with margins of 10 pt and gaps of 10 pt.
template <typename... Contents>
doc::Document document(Contents... contents) {
    doc::Document document;
    document.metadata.language = "en";
    document.page.size = {Pt(200), Pt(300)};
    document.page.margin = {Pt(10), Pt(10), Pt(10), Pt(10)};
    document.page.paper = {255, 255, 255};
    document.page.block_gap = Pt(10);
    document.page.page_number = mono(10);
    document.blocks = boxes(std::move(contents)...);
    return document;
}

}  // namespace broadside::test
