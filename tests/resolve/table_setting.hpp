#pragma once

#include <vector>

#include "broadside/resolve/cells/cell_kind.hpp"
#include "broadside/resolve/footnotes.hpp"
#include "broadside/resolve/grid.hpp"
#include "support/model_builder.hpp"

namespace broadside::resolve {

/// The tables of a project without errors. Points into the project, which has to live longer.
inline std::vector<Table> tables_of(const model::Project& project) {
    Problems problems("dataset.json");
    std::vector<SectionGrid> grids;
    for (const model::Section& section : project.dataset.sections) {
        grids.push_back(place_cells(project.dataset, section, problems));
    }
    std::vector<Table> tables;
    for (const Selection& selection : select_tables(project, problems)) {
        tables.push_back(cut_table(project.dataset, grids, selection));
    }
    return tables;
}

/// The grid of the first table.
inline doc::Grid grid_of(const model::Project& project) {
    const std::vector<Table> tables = tables_of(project);
    return build_grid(project, tables[0], number_notes(project, tables), explained_values(project));
}

/// The content of a cell that stands alone in a column, under the notes "A" and "1".
inline CellContent content_in(const std::string& column, model::Cell cell) {
    model::Project project = test::project_of({test::row("a", {{column, std::move(cell)}})});
    project.dataset.notes = {test::note("A", "first"), test::note("1", "second")};
    const doc::Grid grid = grid_of(project);
    for (std::size_t i = 0; i < grid.columns.size(); ++i) {
        if (grid.columns[i].id == column) return test::cell_at(grid, 1, i).content;
    }
    return {};
}

}  // namespace broadside::resolve
