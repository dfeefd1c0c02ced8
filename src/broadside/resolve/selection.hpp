#pragma once

#include <cstddef>
#include <vector>

#include "broadside/model/project.hpp"
#include "broadside/resolve/problems.hpp"

namespace broadside::resolve {

/// What one table block of the layout shows, as indices into the dataset, in printing order.
struct Selection {
    const model::TableBlock* block = nullptr;
    std::vector<std::size_t> sections;
    std::vector<std::vector<std::size_t>> rows;  // of each of these sections; none is empty
    std::vector<std::size_t> columns;
};

/// The table blocks of the layout in reading order, those inside rows of blocks included. Reports
/// unknown sections, rows and columns, and values of legends, in the layout's file.
std::vector<Selection> select_tables(const model::Project& project, Problems& problems);

}  // namespace broadside::resolve
