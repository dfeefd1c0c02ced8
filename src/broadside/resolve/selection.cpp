#include "broadside/resolve/selection.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <variant>

#include <fmt/format.h>

#include "broadside/base/limits.hpp"
#include "broadside/resolve/lookup.hpp"

namespace broadside::resolve {

namespace {

template <typename T>
std::vector<std::size_t> all_of(const std::vector<T>& list) {
    std::vector<std::size_t> indices(list.size());
    std::iota(indices.begin(), indices.end(), std::size_t{0});
    return indices;
}

/// Indices of the referenced elements; of all when nothing is referenced.
template <typename T>
std::vector<std::size_t> select(const std::vector<T>& list,
                                const std::vector<model::Reference>& wanted, std::string_view kind,
                                Problems& problems) {
    if (wanted.empty()) return all_of(list);
    std::vector<std::size_t> selected;
    const ById<T> elements(list);
    for (const model::Reference& reference : wanted) {
        if (const T* element = elements.find(reference.id))
            selected.push_back(static_cast<std::size_t>(element - list.data()));
        else
            problems.unknown(kind, reference, ids_in(list));
    }
    return selected;
}

/// The rows of each selected section; sections of which none is wanted go.
void select_rows(Selection& selection, const model::Dataset& dataset, Problems& problems) {
    const std::vector<model::Reference>& wanted = selection.block->select_rows;
    std::map<std::string_view, std::pair<std::size_t, std::size_t>> places;  // section, row
    std::map<std::size_t, std::vector<std::size_t>> rows;
    for (const std::size_t section : selection.sections) {
        const std::vector<model::Row>& of_section = dataset.sections[section].rows;
        if (wanted.empty()) rows[section] = all_of(of_section);
        for (std::size_t row = 0; row < of_section.size() && !wanted.empty(); ++row)
            places[of_section[row].id] = {section, row};
    }
    for (const model::Reference& reference : wanted) {
        const auto place = places.find(reference.id);
        if (place == places.end()) {
            problems.unknown("row", reference, keys_of(places));
        } else {
            rows[place->second.first].push_back(place->second.second);
        }
    }
    // What sums rows up follows them.
    for (auto& [section, list] : rows) {
        std::stable_partition(list.begin(), list.end(), [&, of = section](std::size_t row) {
            return !dataset.sections[of].rows[row].is_summary;
        });
    }
    std::erase_if(selection.sections,
                  [&](std::size_t section) { return !wanted.empty() && rows.count(section) == 0; });
    for (const std::size_t section : selection.sections)
        selection.rows.push_back(std::move(rows[section]));
}

/// What the layout says of single columns, rows and cells, whether the table shows them or not.
class DesignCheck {
public:
    DesignCheck(const model::Dataset& dataset, Problems& problems)
        : dataset_(dataset), problems_(problems) {}

    void check(const model::TableBlock& block) {
        for (const model::TableColumn& column : block.columns) {
            const std::vector<model::Reference> named{{column.column, column.place}};
            block.is_transposed ? check_rows(named) : check_columns(named);
        }
        // What stands as a row of a transposed table is a column of the dataset.
        check_rows(block.emphasised_rows, block.is_transposed);
        for (const model::CellDesign& cell : block.cells) {
            check_columns(cell.columns);
            check_rows(cell.rows);
            if (cell.rows.size() * cell.columns.size() > limits::kMaxNamedCells)
                problems_.error(
                    "too-many-cells", cell.rows.front().place,
                    fmt::format("expected at most {} cells in one entry, got {} rows "
                                "of {} columns",
                                limits::kMaxNamedCells, cell.rows.size(), cell.columns.size()),
                    {"leave rows or columns out for all of them"});
        }
    }

private:
    void check_columns(const std::vector<model::Reference>& columns) {
        for (const model::Reference& column : columns) {
            if (!find_by_id(dataset_.columns, column.id))
                problems_.unknown("column", column, ids_in(dataset_.columns));
        }
    }

    void check_rows(const std::vector<model::Reference>& rows, bool or_columns = false) {
        if (!rows.empty() && rows_.empty()) {
            for (const model::Section& section : dataset_.sections) {
                for (const model::Row& row : section.rows) rows_.insert(row.id);
            }
        }
        const auto all_ids = [&] {
            std::vector<std::string> ids(rows_.begin(), rows_.end());
            if (or_columns)
                for (const model::Column& column : dataset_.columns) ids.push_back(column.id);
            return ids;
        };
        for (const model::Reference& row : rows) {
            if (rows_.count(row.id) > 0 || (or_columns && find_by_id(dataset_.columns, row.id)))
                continue;
            problems_.unknown(or_columns ? "row-or-a-column" : "row", row, all_ids);
        }
    }

    const model::Dataset& dataset_;
    Problems& problems_;
    std::set<std::string> rows_;
};

}  // namespace

std::vector<Selection> select_tables(const model::Project& project, Problems& problems) {
    const model::Dataset& dataset = project.dataset;
    std::vector<Selection> selections;
    DesignCheck design_check(dataset, problems);
    model::for_each_block(project.layout.blocks, [&](const model::Block& block) {
        if (const auto* legend = std::get_if<model::LegendBlock>(&block.kind))
            select(dataset.vocabularies, legend->values, "vocabulary", problems);
        const auto* table = std::get_if<model::TableBlock>(&block.kind);
        if (table == nullptr) return;
        selections.push_back({table,
                              select(dataset.sections, table->sections, "section", problems),
                              {},
                              select(dataset.columns, table->select_columns, "column", problems)});
        select_rows(selections.back(), dataset, problems);
        design_check.check(*table);
    });
    return selections;
}

}  // namespace broadside::resolve
