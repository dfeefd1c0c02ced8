#pragma once

#include <cstddef>
#include <vector>

#include "broadside/sheets/sheet.hpp"

namespace broadside::imports {

/// Looks for the first row of heads, below titles, dates and letterheads.
class HeadRow {
public:
    /// `begin`: the first row that is not empty.
    HeadRow(const sheets::Sheet& sheet, std::size_t begin) : sheet_(sheet), begin_(begin) {}

    /// Past the last row where no row has several cells.
    std::size_t find() const;

    /// Heads of groups that are not merged: each over its first column, one alone over figures.
    bool has_loose_groups(std::size_t row) const;
    /// The same beside heads of one column, which have nothing below them.
    bool has_groups_among_heads(std::size_t row) const;

private:
    const std::vector<sheets::Cell>& cells(std::size_t row) const { return sheet_.rows[row].cells; }
    bool is_empty(std::size_t row) const { return row >= end_ || cells(row).empty(); }
    std::size_t width(std::size_t row) const;
    bool has_words_alone(std::size_t row) const;
    bool has_single_words(std::size_t row) const;
    bool has_fact_below_word(std::size_t row) const;
    std::size_t below_letterhead(std::size_t first) const;
    std::size_t below_scattered_words(std::size_t first) const;

    const sheets::Sheet& sheet_;
    std::size_t begin_, end_ = sheet_.rows.size();
};

}  // namespace broadside::imports
