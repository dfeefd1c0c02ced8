#include "broadside/resolve/column_design.hpp"

namespace broadside::resolve {

model::ColumnDesign design_of_kind(const Table& table, model::ColumnKind kind) {
    const auto design = table.block->kinds.find(kind);
    return design == table.block->kinds.end() ? model::ColumnDesign{} : design->second;
}

void apply_named(const Table& table, std::string_view id, model::ColumnDesign& design) {
    const auto known = table.designs.find(id);
    if (known == table.designs.end()) return;
    const model::ColumnDesign& named = *known->second;
    if (named.width) design.width = named.width;
    if (named.alignment) design.alignment = named.alignment;
    if (named.is_emphasised) design.is_emphasised = named.is_emphasised;
    if (named.fill) design.fill = named.fill;
    if (named.head) design.head = named.head;
    if (named.hides_words) design.hides_words = named.hides_words;
    if (named.has_unit_in_head) design.has_unit_in_head = named.has_unit_in_head;
    if (named.vertical_alignment) design.vertical_alignment = named.vertical_alignment;
}

model::ColumnDesign design_of(const Table& table, const model::Column& column) {
    model::ColumnDesign design = design_of_kind(table, column.kind);
    if (!table.block->is_transposed) apply_named(table, column.id, design);
    return design;
}

model::ColumnDesign design_of(const Table& table, const TableCell& cell) {
    model::ColumnDesign design = design_of(table, *cell.source_column);
    if (table.block->is_transposed) apply_named(table, cell.source_row->id, design);
    return design;
}

}  // namespace broadside::resolve
