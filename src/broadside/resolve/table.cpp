#include "broadside/resolve/table.hpp"

#include <algorithm>

#include "broadside/doc/document.hpp"
#include "broadside/resolve/lookup.hpp"

namespace broadside::resolve {

namespace {

struct RowPlace {
    const model::Section& section;
    const SectionGrid& grid;
    std::size_t row;
};

bool has_value(const model::Dataset& dataset, const RowPlace& place, const model::Reference& column,
               const model::Reference& value) {
    const std::optional<std::size_t> index = column_index(dataset, column.id);
    if (!index) return false;
    const SlotOwner owner = place.grid.at(place.row, *index);
    const model::Cell* cell = place.section.rows[owner.row].cell_in(owner.column);
    return cell && content_of(dataset, *cell).value->id == value.id;
}

int band_by_rule(const model::Dataset& dataset, const RowPlace& place) {
    for (std::size_t band = 0; band < dataset.bands.size(); ++band) {
        const auto& when = dataset.bands[band].when;
        const bool holds = std::all_of(when.begin(), when.end(), [&](const auto& condition) {
            return has_value(dataset, place, condition.first, condition.second);
        });
        if (holds && !when.empty()) return static_cast<int>(band);
    }
    return kNoBand;
}

int band_of_row(const model::Dataset& dataset, const RowPlace& place) {
    const model::Reference& named = place.section.rows[place.row].band;
    if (const model::Band* band = find_by_id(dataset.bands, named.id)) {
        return static_cast<int>(band - dataset.bands.data());
    }
    // A place without an id is an explicit null: the author keeps the row out of every rule.
    if (named.place) return kNoBand;
    return band_by_rule(dataset, place);
}

/// The band of each row of a section as an index into the dataset's bands, or `kNoBand`. A
/// band that the row names wins over rules; among rules the first that holds. A covered slot has
/// the value of the cell that covers it.
std::vector<int> bands_of_rows(const model::Dataset& dataset, const model::Section& section,
                               const SectionGrid& grid) {
    std::vector<int> bands;
    bands.reserve(section.rows.size());
    for (std::size_t row = 0; row < section.rows.size(); ++row) {
        bands.push_back(band_of_row(dataset, {section, grid, row}));
    }
    return bands;
}

int level_of(const model::Row& row) {
    int level = 0;
    for (const model::Cell& cell : *row.cells) level = std::max<int>(level, cell.level);
    return level;
}

/// The row that each one stands under; itself where that is none.
std::vector<std::size_t> parents_of(const std::vector<model::Row>& rows) {
    std::vector<std::size_t> parents, above;
    for (std::size_t row = 0; row < rows.size(); ++row) {
        while (!above.empty() && level_of(rows[above.back()]) >= level_of(rows[row]))
            above.pop_back();
        parents.push_back(above.empty() ? row : above.back());
        above.push_back(row);
    }
    return parents;
}

bool is_under(std::size_t row, std::size_t other, const std::vector<std::size_t>& parents) {
    while (parents[row] != row) {
        row = parents[row];
        if (row == other) return true;
    }
    return false;
}

/// One section of a table, as the layout shows it.
struct SectionCut {
    const model::Dataset& dataset;
    const model::Section& section;
    const SectionGrid& grid;
    const std::vector<std::size_t>& rows;     // of the section, in printing order
    const std::vector<std::size_t>& columns;  // of the dataset
    const Vocabularies& vocabularies;

    TableSection run() const {
        TableSection cut;
        cut.section = &section;
        const std::vector<int> bands = bands_of_rows(dataset, section, grid);
        for (const std::size_t row : rows) {
            cut.rows.push_back(&section.rows[row]);
            cut.bands.push_back(bands[row]);
        }
        cut.levels = levels();
        cut.cells.reserve(rows.size() * columns.size());
        for (std::uint32_t row = 0; row < rows.size(); ++row) {
            for (std::uint32_t column = 0; column < columns.size(); ++column) {
                if (starts_here(row, column)) cut.cells.push_back(cell_at(row, column));
            }
        }
        return cut;
    }

    /// As authored, but under rows that the table leaves out, or shows elsewhere, nothing stands.
    std::vector<int> levels() const {
        const std::vector<std::size_t> parents = parents_of(section.rows);
        std::vector<int> levels;
        std::vector<std::size_t> above;  // places of the rows that the next may stand under
        for (const std::size_t row : rows) {
            while (!above.empty() && !is_under(row, rows[above.back()], parents)) above.pop_back();
            const int authored = level_of(section.rows[row]);
            int level = parents[row] == row ? authored : 0;
            if (!above.empty())
                level = levels[above.back()] + authored - level_of(row_at(above.back()));
            above.push_back(levels.size());
            levels.push_back(level);
        }
        return levels;
    }

    const model::Row& row_at(std::size_t place) const { return section.rows[rows[place]]; }

    SlotOwner owner(std::size_t row, std::size_t column) const {
        return grid.at(rows[row], columns[column]);
    }

    bool starts_here(std::size_t row, std::size_t column) const {
        const SlotOwner itself = owner(row, column);
        return (row == 0 || owner(row - 1, column) != itself) &&
               (column == 0 || owner(row, column - 1) != itself);
    }

    TableCell cell_at(std::uint32_t row, std::uint32_t column) const {
        const SlotOwner source = owner(row, column);
        TableCell cell;
        cell.row = row;
        cell.column = column;
        while (row + cell.row_span < rows.size() && owner(row + cell.row_span, column) == source) {
            ++cell.row_span;
        }
        while (column + cell.column_span < columns.size() &&
               owner(row, column + cell.column_span) == source) {
            ++cell.column_span;
        }
        look_up(cell, source);
        return cell;
    }

    void look_up(TableCell& cell, SlotOwner source) const {
        cell.source_row = &section.rows[source.row];
        cell.source_column = &dataset.columns[source.column];
        const model::Cell* authored = cell.source_row->cell_in(source.column);
        if (!authored) return;
        cell.content = &content_of(dataset, *authored);
        cell.value = vocabularies.find_value(*cell.source_column, cell.content->value->id);
        cell.notes = notes_of(dataset, *authored);
        cell.provenance = provenance_of(dataset, *cell.source_row, *authored);
    }
};

/// How many cells with a value there are, and how many of these are bars.
struct BarCount {
    std::size_t values = 0, bars = 0;

    void add(bool is_bar) {
        ++values;
        bars += is_bar ? 1 : 0;
    }
    bool are_of_schedule() const {
        constexpr double kMany = 0.2;
        return bars > 0 && static_cast<double>(bars) >= kMany * static_cast<double>(values);
    }
};

/// A schedule is read by its bars, which nobody would see the ends of without a fill; downwards
/// they are of words, for a symbol may just be that of several rows.
std::set<std::string_view> vocabularies_of_bars(const std::vector<TableSection>& sections) {
    BarCount all;
    std::map<std::string_view, BarCount> counts;
    for (const TableSection& section : sections) {
        for (const TableCell& cell : section.cells) {
            if (!cell.value) continue;
            const bool is_long =
                cell.row_span > 1 && cell.source_column->kind != model::ColumnKind::Symbol;
            all.add(cell.column_span > 1 || is_long);
            counts[cell.source_column->values.id].add(cell.column_span > 1 || is_long);
        }
    }
    std::set<std::string_view> found;
    for (const auto& [vocabulary, count] : counts)
        if (all.are_of_schedule() && count.are_of_schedule()) found.insert(vocabulary);
    return found;
}

}  // namespace

std::vector<bool> rows_that_continue_names(const TableSection& section) {
    std::vector<bool> continue_names(section.rows.size());
    const auto for_each_name = [&section](auto visit) {
        for (const TableCell& cell : section.cells)
            if (cell.source_column->kind == model::ColumnKind::Name) visit(cell);
    };
    for_each_name([&](const TableCell& cell) {
        for (std::size_t i = 1; i < cell.row_span; ++i) continue_names[cell.row + i] = true;
    });
    for_each_name([&](const TableCell& cell) { continue_names[cell.row] = false; });
    return continue_names;
}

Table cut_table(const model::Dataset& dataset, const std::vector<SectionGrid>& grids,
                const Selection& selection) {
    Table table;
    table.block = selection.block;
    for (const std::size_t column : selection.columns)
        table.columns.push_back(&dataset.columns[column]);
    for (const model::TableColumn& named : selection.block->columns)
        table.designs[named.column] = &named.design;
    for (const model::Reference& row : selection.block->emphasised_rows)
        table.emphasised_rows.insert(row.id);
    table.head = head_cells(dataset, table.columns);
    const Vocabularies vocabularies(dataset.vocabularies);
    for (std::size_t i = 0; i < selection.sections.size(); ++i) {
        const std::size_t index = selection.sections[i];
        table.sections.push_back(SectionCut{dataset, dataset.sections[index], grids[index],
                                            selection.rows[i], selection.columns, vocabularies}
                                     .run());
    }
    if (!table.block->is_transposed) table.scheduled = vocabularies_of_bars(table.sections);
    table.has_bars_in_rows =
        !table.scheduled.empty() &&
        std::all_of(table.sections.begin(), table.sections.end(), [](const TableSection& section) {
            return std::all_of(
                section.cells.begin(), section.cells.end(),
                [](const TableCell& cell) { return !cell.value || cell.row_span == 1; });
        });
    return table;
}

}  // namespace broadside::resolve
