#include "broadside/resolve/columns.hpp"

#include <algorithm>
#include <utility>

#include "broadside/resolve/cells/cell_kind.hpp"

namespace broadside::resolve {

namespace {

using CellContents = std::vector<const model::Cell*>;

/// What the layout says of a column by name wins over what it says of its kind, word by word.
model::ColumnDesign design_of(const Table& table, const model::Column& column) {
    model::ColumnDesign design;
    const auto& kinds = table.block->kinds;
    if (const auto kind = kinds.find(column.kind); kind != kinds.end()) design = kind->second;
    for (const model::TableColumn& named : table.block->columns) {
        if (named.column != column.id) continue;
        if (named.design.width) design.width = named.design.width;
        if (named.design.alignment) design.alignment = named.design.alignment;
        if (named.design.is_emphasised) design.is_emphasised = named.design.is_emphasised;
        if (named.design.fill) design.fill = named.design.fill;
        if (named.design.head) design.head = named.design.head;
    }
    return design;
}

/// Figures stand at the end of their column.
ColumnLook look_of(const Table& table, const model::Column& column, const CellContents& contents,
                   const model::Dataset& dataset) {
    const model::ColumnDesign design = design_of(table, column);
    ColumnLook look;
    if (column.kind == model::ColumnKind::Plain) look.axes = plain_axes(contents, dataset);
    // Each number knows its own.
    const bool is_drawn = column.number_look != model::NumberLook::Figures;
    if (column.kind == model::ColumnKind::Number && !is_drawn)
        look.axes = unicode::FigureAxes({}, U'.');
    for (const model::Cell* cell : contents)
        if (is_drawn) look.most = std::max(look.most, number_of(*cell));
    look.alignment = look.axes ? Alignment::End : cell_kind(column.kind).alignment;
    if (is_drawn) look.alignment = Alignment::Start;
    if (design.alignment) look.alignment = *design.alignment;
    look.fill = column_fill(table, column);
    return look;
}

}  // namespace

std::vector<doc::Column> grid_columns(const Table& table) {
    std::vector<doc::Column> columns;
    std::vector<std::pair<model::ColumnKind, WidthRule>> pitches;
    for (const model::Column* column : table.columns) {
        const model::ColumnDesign design = design_of(table, *column);
        doc::Column made;
        made.id = column->id;
        made.width = design.width ? *design.width : cell_kind(column->kind).width;
        made.is_emphasised = design.is_emphasised.value_or(false);
        made.has_default_width = !design.width;
        made.is_symbols = column->kind == model::ColumnKind::Symbol;
        // Pictures are not turned.
        const bool is_upright = !column->picture.id.empty();
        if (!is_upright) made.head = design.head.value_or(HeadTurn::Upright);
        made.may_turn = made.is_symbols && !design.head && !is_upright;
        if (made.head != HeadTurn::Upright || made.may_turn) {
            const std::pair pitch{column->kind, made.width};
            auto known = std::find(pitches.begin(), pitches.end(), pitch);
            if (known == pitches.end()) known = pitches.insert(known, pitch);
            made.pitch = static_cast<std::size_t>(known - pitches.begin()) + 1;
        }
        columns.push_back(std::move(made));
    }
    return columns;
}

model::CellFill column_fill(const Table& table, const model::Column& column) {
    return design_of(table, column).fill.value_or(table.block->fill);
}

std::size_t row_header_column(const Table& table) {
    const auto names =
        std::find_if(table.columns.begin(), table.columns.end(),
                     [](const auto* column) { return column->kind == model::ColumnKind::Name; });
    return names == table.columns.end() ? 0
                                        : static_cast<std::size_t>(names - table.columns.begin());
}

ColumnLooks::ColumnLooks(const Table& table, const model::Dataset& dataset) {
    std::map<const model::Column*, CellContents> contents;
    for (const model::Column* column : table.columns) contents[column];
    for (const TableSection& section : table.sections) {
        for (const TableCell& cell : section.cells) {
            CellContents& cells = contents[cell.source_column];
            if (cell.content && cell.column_span == 1) cells.push_back(cell.content);
        }
    }
    for (const auto& [column, cells] : contents)
        looks_[column] = look_of(table, *column, cells, dataset);
}

}  // namespace broadside::resolve
