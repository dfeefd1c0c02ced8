#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "broadside/doc/document.hpp"
#include "broadside/emit/html/writer.hpp"

namespace broadside::emit {

/// What heads the cells of a table beyond what HTML finds by itself: it knows columns, rows and
/// sections, and no row that others stand under. Where one does, all heads have to be named; and
/// where cells are merged, for a browser that displays rows as cards forgets what cells span.
class Associations {
public:
    Associations(const doc::Table& table, const HtmlWriter& writer);

    /// Attributes of the cell that begins there: an id where others name it, the heads of one that
    /// stands under rows above, and what these are called for who asks only for the row's own head.
    std::string attributes(std::size_t row, std::size_t column) const;

    /// Whether the row is one of the body with cells that span several columns or rows.
    bool is_merged(std::size_t row) const;

    /// Of what stands in each column of a merged row, whether it begins there or not, up to the
    /// first that its last cell spans.
    std::string ids(std::size_t row) const;
    std::string id(std::size_t slot) const;

private:
    void find_heads();
    std::string rows_above(std::size_t row) const;
    std::string heads(std::size_t row, std::size_t column, const doc::Cell& cell) const;
    std::size_t origin(std::size_t row, std::size_t column) const;

    const doc::Table& table_;
    const HtmlWriter& writer_;
    const doc::Grid& grid_;
    std::vector<std::vector<std::size_t>> row_heads_;  // slots, by row
    std::vector<std::size_t> sections_;                // slots of the titles that rows stand under
    std::vector<std::size_t> parents_;                 // rows, as of `doc::parents_of`
    std::vector<bool> is_merged_;                      // rows
    std::vector<bool> is_named_;                       // slots
};

}  // namespace broadside::emit
