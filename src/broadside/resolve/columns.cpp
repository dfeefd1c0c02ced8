#include "broadside/resolve/columns.hpp"

#include <algorithm>
#include <utility>

#include "broadside/resolve/cells/cell_kind.hpp"

namespace broadside::resolve {

namespace {

using CellContents = std::vector<const model::Cell*>;

/// What the layout says of a printed column by name wins over what it says of its kind, word by
/// word.
void apply_named(const Table& table, const std::string& id, model::ColumnDesign& design) {
    for (const model::TableColumn& named : table.block->columns) {
        if (named.column != id) continue;
        if (named.design.width) design.width = named.design.width;
        if (named.design.alignment) design.alignment = named.design.alignment;
        if (named.design.is_emphasised) design.is_emphasised = named.design.is_emphasised;
        if (named.design.fill) design.fill = named.design.fill;
        if (named.design.head) design.head = named.design.head;
        if (named.design.hides_words) design.hides_words = named.design.hides_words;
        if (named.design.vertical_alignment)
            design.vertical_alignment = named.design.vertical_alignment;
    }
}

model::ColumnDesign design_of(const Table& table, const model::Column& column) {
    model::ColumnDesign design;
    const auto& kinds = table.block->kinds;
    if (const auto kind = kinds.find(column.kind); kind != kinds.end()) design = kind->second;
    if (!table.block->is_transposed) apply_named(table, column.id, design);
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
    if (table.block->is_transposed && look.axes) {
        look.axes.reset();  // they would stand one beside the other
        look.alignment = Alignment::Centre;
    }
    if (design.alignment) look.alignment = *design.alignment;
    look.vertical_alignment = design.vertical_alignment.value_or(VerticalAlignment::Middle);
    look.fill = column_fill(table, column);
    look.hides_words = design.hides_words.value_or(false);
    return look;
}

bool has_picture(const model::Row& row) {
    return std::any_of(row.cells->begin(), row.cells->end(),
                       [](const model::Cell& cell) { return bool(cell.picture); });
}

/// Where no text shares what is left, all columns do: a name far from its figures is read wrong.
void keep_names_narrow(std::vector<doc::Column>& columns, const Table& table) {
    constexpr Pt kLongestName = millimetres(60);
    const auto is_name = [&](const doc::Column& column) {
        return column.has_default_width &&
               table.columns[static_cast<std::size_t>(&column - columns.data())]->kind ==
                   model::ColumnKind::Name;
    };
    for (const doc::Column& column : columns) {
        if (std::holds_alternative<Fraction>(column.width) && !is_name(column)) return;
    }
    for (doc::Column& column : columns) {
        if (is_name(column)) column.width = FitContent{kLongestName};
    }
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
    keep_names_narrow(columns, table);
    return columns;
}

std::vector<doc::Column> transposed_columns(const Table& table, std::size_t leading) {
    const std::size_t names = row_header_column(table);
    const model::ColumnDesign of_names = design_of(table, *table.columns[names]);
    doc::Column head;
    head.id = table.columns[names]->id;
    head.width = of_names.width.value_or(cell_kind(model::ColumnKind::Plain).width);
    head.has_default_width = !of_names.width;
    std::vector<doc::Column> columns(leading, head);
    for (const TableSection& section : table.sections) {
        for (const model::Row* row : section.rows) {
            model::ColumnDesign design;
            design.head = of_names.head;
            apply_named(table, row->id, design);
            doc::Column column;
            column.id = row->id;
            column.width = design.width.value_or(Fraction{1});
            column.has_default_width = !design.width;
            column.is_emphasised = design.is_emphasised.value_or(false);
            // Pictures are not turned.
            const bool is_upright = has_picture(*row);
            if (!is_upright) column.head = design.head.value_or(HeadTurn::Upright);
            column.may_turn = !design.head && !is_upright;
            if (column.head != HeadTurn::Upright || column.may_turn) column.pitch = 1;
            columns.push_back(std::move(column));
        }
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
