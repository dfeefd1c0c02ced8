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
        if (named.design.fill) design.fill = named.design.fill;
        if (named.design.head) design.head = named.design.head;
    }
    return design;
}

ColumnLook choose_look(const Table& table, const model::Column& column,
                       const CellContents& contents) {
    const model::ColumnDesign design = design_of(table, column);
    return {design.alignment ? *design.alignment : cell_kind(column.kind).alignment(contents),
            design.fill.value_or(table.block->fill)};
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
        made.head = design.head.value_or(HeadTurn::Upright);
        if (made.head != HeadTurn::Upright) {
            const std::pair pitch{column->kind, made.width};
            auto known = std::find(pitches.begin(), pitches.end(), pitch);
            if (known == pitches.end()) known = pitches.insert(known, pitch);
            made.pitch = static_cast<std::size_t>(known - pitches.begin()) + 1;
        }
        columns.push_back(std::move(made));
    }
    return columns;
}

std::size_t row_header_column(const Table& table) {
    const auto names =
        std::find_if(table.columns.begin(), table.columns.end(),
                     [](const auto* column) { return column->kind == model::ColumnKind::Name; });
    return names == table.columns.end() ? 0
                                        : static_cast<std::size_t>(names - table.columns.begin());
}

ColumnLooks::ColumnLooks(const Table& table) {
    std::map<const model::Column*, CellContents> contents;
    for (const model::Column* column : table.columns) contents[column];
    for (const TableSection& section : table.sections) {
        for (const TableCell& cell : section.cells) {
            if (cell.content) contents[cell.source_column].push_back(cell.content);
        }
    }
    for (const auto& [column, cells] : contents) {
        looks_[column] = choose_look(table, *column, cells);
    }
}

}  // namespace broadside::resolve
