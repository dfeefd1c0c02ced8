#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string_view>
#include <vector>

#include "broadside/model/dataset.hpp"
#include "broadside/resolve/selection.hpp"
#include "broadside/resolve/spanners.hpp"
#include "broadside/resolve/spans.hpp"

namespace broadside::resolve {

/// A cell of a printed table, before it is set: still authored, but placed and looked up.
struct TableCell {
    std::uint32_t row = 0;     // in its section
    std::uint32_t column = 0;  // in the printed table
    std::uint32_t row_span = 1;
    std::uint32_t column_span = 1;
    const model::Row* source_row = nullptr;
    const model::Column* source_column = nullptr;  // whose kind the cell has
    const model::Cell* content = nullptr;          // of the shared cell, if any; null: empty
    const model::Value* value = nullptr;
    Sparse<std::vector<model::Reference>> notes;
    Sparse<Provenance> provenance;  // empty: that of its row
};

struct TableSection {
    const model::Section* section = nullptr;
    std::vector<const model::Row*> rows;
    std::vector<int> levels;       // of these rows: how many of those above they stand under
    std::vector<int> bands;        // of these rows, as indices into the dataset's bands
    std::vector<TableCell> cells;  // in reading order; together they fill the section's slots
};

/// Which rows have the name of the one above, and none of their own.
std::vector<bool> rows_that_continue_names(const TableSection& section);

/// A table of the page: the selected sections, rows and columns of the dataset.
struct Table {
    const model::TableBlock* block = nullptr;
    std::vector<const model::Column*> columns;
    std::map<std::string_view, const model::ColumnDesign*> designs;  // of printed columns, by id
    std::set<std::string_view> emphasised_rows;                      // by id
    std::vector<HeadCell> head;
    std::vector<TableSection> sections;
    std::set<std::string_view> scheduled;  // vocabularies whose values are bars of a schedule
    bool has_bars_in_rows = false;         // it is a schedule, and each bar is in one row

    /// Of cells of the column, where it has no design that says otherwise.
    model::CellFill fill_of(const model::Column& column) const {
        const bool is_of_schedule = scheduled.count(column.values.id) > 0;
        return block->fill.value_or(is_of_schedule ? model::CellFill::Tint : model::CellFill::None);
    }
};

/// Cuts a table out of the dataset, whose cells are placed by `grids`, one a section. A cell that
/// spans keeps the rows and columns that are selected; where the layout sets others between them,
/// it is shown on both sides.
Table cut_table(const model::Dataset& dataset, const std::vector<SectionGrid>& grids,
                const Selection& selection);

}  // namespace broadside::resolve
