#include "broadside/resolve/selection.hpp"

#include <numeric>
#include <set>
#include <string_view>
#include <variant>

#include <fmt/format.h>

#include "broadside/resolve/lookup.hpp"

namespace broadside::resolve {

namespace {

void collect_table_blocks(const std::vector<model::Block>& blocks,
                          std::vector<const model::TableBlock*>& tables) {
    for (const model::Block& block : blocks) {
        if (const auto* table = std::get_if<model::TableBlock>(&block.kind)) {
            tables.push_back(table);
        } else if (const auto* row = std::get_if<model::RowBlock>(&block.kind)) {
            collect_table_blocks(row->blocks, tables);
        }
    }
}

/// Indices of the referenced elements; of all when nothing is referenced.
template <typename T>
std::vector<std::size_t> select(const std::vector<T>& list,
                                const std::vector<model::Reference>& wanted, std::string_view kind,
                                Problems& problems) {
    std::vector<std::size_t> selected;
    if (wanted.empty()) {
        selected.resize(list.size());
        std::iota(selected.begin(), selected.end(), std::size_t{0});
    }
    const ById<T> elements(list);
    std::set<std::size_t> known;
    for (const model::Reference& reference : wanted) {
        const T* element = elements.find(reference.id);
        if (!element) {
            problems.unknown(kind, reference, ids_in(list));
            continue;
        }
        const auto index = static_cast<std::size_t>(element - list.data());
        if (!known.insert(index).second) {
            problems.error(
                fmt::format("repeated-{}", kind), reference.place,
                fmt::format("expected each {} once, got \"{}\" again", kind, reference.id));
            continue;
        }
        selected.push_back(index);
    }
    return selected;
}

}  // namespace

std::vector<Selection> select_tables(const model::Project& project, Problems& problems) {
    const model::Dataset& dataset = project.dataset;
    std::vector<const model::TableBlock*> blocks;
    collect_table_blocks(project.layout.blocks, blocks);
    std::vector<Selection> selections;
    for (const model::TableBlock* block : blocks) {
        selections.push_back({block, select(dataset.sections, block->sections, "section", problems),
                              select(dataset.columns, block->select_columns, "column", problems)});
        for (const model::TableColumn& column : block->columns) {
            if (find_by_id(dataset.columns, column.column)) continue;
            problems.unknown("column", {column.column, column.place}, ids_in(dataset.columns));
        }
    }
    return selections;
}

}  // namespace broadside::resolve
