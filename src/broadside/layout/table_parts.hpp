#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "broadside/layout/table.hpp"

namespace broadside::layout {

/// A table in parts, one a page, from top to bottom. A cell that is higher than a page is broken
/// between its lines, and the row with it; what else stands in such a row is shown again on each
/// page, unless it is high too.
class TableParts {
public:
    /// `page_room`: of a page with nothing above the part. `per_row`: spare height of body rows.
    TableParts(const doc::Table& table, TableColumns columns, Pt page_room, Pt per_row,
               Typesetter& typesetter);

    bool has_begun() const { return is_within_row_ || first_ > header_rows(grid_); }
    bool done() const { return first_ >= grid_.rows.size(); }

    /// As much as has `room`; none where that is nothing. `is_page_empty`: then there always is a
    /// part, and what is too high for it is reported.
    std::optional<SolvedPart> next(Pt room, bool is_page_empty);

private:
    using Sections = std::vector<std::size_t>;

    void find_high_cells();
    void cut_if_higher(std::size_t slot, Pt limit);
    SolvedPart rows_of(const Sections& repeated, std::size_t first, std::size_t last) const;
    Pt height(const Sections& repeated, std::size_t first, std::size_t last) const;
    void solve(SolvedPart& part, const CutCells& cut) const;
    std::size_t expected_end(Pt room) const;
    bool ends_high_cell(std::size_t row) const;
    std::optional<SolvedPart> broken_part(const Sections& repeated, std::size_t row, Pt room,
                                          bool is_page_empty);
    std::vector<PartCell> cut_cells(const SolvedPart& part) const;
    std::size_t choose_lines(SolvedPart& part, std::size_t end) const;
    static std::size_t end_of(const PartCell& cell);
    void advance(const SolvedPart& part, const RowRange& next);

    const doc::Table& table_;
    const doc::Grid& grid_;
    TableColumns columns_;
    Pt page_room_, per_row_;
    Typesetter& typesetter_;
    Sections sections_;
    std::vector<Pt> row_heights_;  // of the whole table in one part
    CutCells cut_;                 // what is left of high cells
    std::vector<bool> ends_cut_;   // rows: the last of a high cell
    std::size_t first_;            // row that comes next
    bool is_within_row_ = false;
};

}  // namespace broadside::layout
