#include "broadside/resolve/designs.hpp"

#include <algorithm>

namespace broadside::resolve {

namespace {

/// "" stands for all.
std::vector<std::string_view> names_of(const std::vector<model::Reference>& references) {
    if (references.empty()) return {""};
    std::vector<std::string_view> names;
    for (const model::Reference& reference : references) names.emplace_back(reference.id);
    return names;
}

}  // namespace

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

CellDesigns::CellDesigns(const std::vector<model::CellDesign>& designs) : designs_(designs) {
    for (std::size_t i = 0; i < designs.size(); ++i) {
        const model::CellDesign& design = designs[i];
        for (const std::string_view row : names_of(design.rows)) {
            for (const std::string_view column : names_of(design.columns)) {
                Last& last = last_[{row, column}];
                if (design.alignment) last.horizontal = i + 1;
                if (design.vertical_alignment) last.vertical = i + 1;
            }
        }
    }
}

CellAlignment CellDesigns::of(std::string_view row, std::string_view column) const {
    Last last;
    for (const Names& names : {Names{row, column}, Names{row, ""}, Names{"", column}, Names{}}) {
        const auto said = last_.find(names);
        if (said == last_.end()) continue;
        last.horizontal = std::max(last.horizontal, said->second.horizontal);
        last.vertical = std::max(last.vertical, said->second.vertical);
    }
    CellAlignment alignment;
    if (last.horizontal > 0) alignment.horizontal = designs_[last.horizontal - 1].alignment;
    if (last.vertical > 0) alignment.vertical = designs_[last.vertical - 1].vertical_alignment;
    return alignment;
}

}  // namespace broadside::resolve
