#pragma once

#include <cstddef>
#include <vector>

#include "broadside/model/dataset.hpp"
#include "broadside/resolve/problems.hpp"

namespace broadside::resolve {

/// Reports spanners over unknown columns, over columns that are not side by side, and over some of
/// another's columns and others besides.
void check_spanners(const model::Dataset& dataset, Problems& problems);

/// A head in the head rows of a printed table: of a spanner, or of a column.
struct HeadCell {
    const model::Spanner* spanner = nullptr;  // null: the title of its column
    std::size_t row = 0, column = 0;
    std::size_t row_span = 1, column_span = 1;
};

/// The head over the printed columns, in reading order: together the cells fill its rows. Titles of
/// columns stand in the last row, spanners as near to them as those inside allow, and each head
/// reaches up to the one around it. Where a layout sets other columns between those of a spanner,
/// it stands over each part.
std::vector<HeadCell> head_cells(const model::Dataset& dataset,
                                 const std::vector<const model::Column*>& columns);

std::size_t head_rows(const std::vector<HeadCell>& head);

}  // namespace broadside::resolve
