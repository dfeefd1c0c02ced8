#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "broadside/layout/page_notes.hpp"
#include "broadside/layout/table.hpp"

namespace broadside::layout {

/// A table in parts, one a page, from top to bottom. A cell that is higher than a page is broken
/// between its lines, and the row with it; what else stands in such a row is shown again on each
/// page, unless it is high too.
class TableParts {
public:
    /// What a part may take.
    struct Rooms {
        Pt page;           // of a page with nothing above the part
        Pt per_row;        // spare height of body rows
        Pt whole_section;  // sections that are no higher are kept on one page
    };

    TableParts(const doc::Table& table, TableColumns columns, const Rooms& rooms, PageNotes& notes,
               Typesetter& typesetter);

    bool has_begun() const { return is_within_row_ || first_ > grid_.header_rows(); }
    bool done() const { return first_ >= grid_.rows.size(); }

    /// What stands above the part. `Kept`: only what goes to the next page with it, so that rows
    /// which are kept together would have no more room there. `Nothing`: then there always is a
    /// part, and what is too high for it is reported.
    enum class Above { Blocks, Kept, Nothing };

    /// As much as has `room` with the notes that it calls; none where that is nothing.
    std::optional<SolvedPart> next(Pt room, Above above);

private:
    const Repeats& repeats_of_next() const;
    Pt height_of_notes(const SolvedPart& part) const;
    Pt most_notes_of_row() const;
    void find_high_cells();
    void cut_if_higher(std::size_t slot, Pt limit);
    SolvedPart rows_of(const Repeats& repeated, std::size_t first, std::size_t last) const;
    Pt height(const Repeats& repeated, std::size_t first, std::size_t last) const;
    void solve(SolvedPart& part, const CutCells& cut) const;
    void keep_together(Pt whole_section);
    bool is_joined(std::size_t row) const;
    std::size_t expected_end(Pt room) const;
    std::size_t without_titles(std::size_t row) const;
    bool ends_high_cell(std::size_t row) const;
    std::optional<SolvedPart> broken_part(const Repeats& repeated, std::size_t row, Pt room,
                                          bool is_page_empty);
    std::vector<PartCell> cut_cells(const SolvedPart& part) const;
    std::size_t choose_lines(SolvedPart& part, std::size_t end) const;
    static std::size_t end_of(const PartCell& cell);
    void report_high(const SolvedPart& part, Pt room) const;
    void advance(const SolvedPart& part, const RowRange& next);

    const doc::Table& table_;
    const doc::Grid& grid_;
    TableColumns columns_;
    Pt page_room_, per_row_;
    PageNotes& notes_;
    Typesetter& typesetter_;
    Repeats repeats_, titles_;     // all, and titles of sections alone
    std::vector<Pt> row_heights_;  // of the whole table in one part
    CutCells cut_;                 // what is left of high cells
    std::vector<bool> ends_cut_;   // rows: the last of a high cell
    std::vector<bool> kept_;       // rows that no page begins with
    std::size_t first_;            // row that comes next
    bool is_within_row_ = false;
};

}  // namespace broadside::layout
