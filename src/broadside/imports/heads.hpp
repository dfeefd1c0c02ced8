#pragma once

#include <cstddef>
#include <string>

#include "broadside/base/result.hpp"
#include "broadside/imports/table.hpp"
#include "broadside/sheets/sheet.hpp"

namespace broadside::imports {

/// Whether half of a column's cells are figures, from a row on to another.
bool has_figures(const sheets::Sheet& sheet, std::size_t column, std::size_t first,
                 std::size_t end);

/// Text that is no figure.
bool is_word_of_head(const sheets::Cell& cell);

/// The rows of heads from `begin` on, of a table that ends before `end`.
class Heads {
public:
    /// `has_loose_groups`: the first row has heads of groups that are not merged.
    Heads(const sheets::Sheet& sheet, std::size_t begin, std::size_t end, bool has_loose_groups);

    std::size_t rows() const { return rows_; }

    /// How many columns a cell of a head stands over.
    std::size_t span(std::size_t row, const sheets::Cell& cell) const;

    /// What a cell adds to the title of its column: a unit stands in brackets.
    std::string title(std::size_t row, const std::string& text) const;

private:
    std::size_t count() const;
    bool is_over_one(std::size_t row, const sheets::Cell& cell) const;
    bool is_data_below(std::size_t row) const;
    bool goes_on(std::size_t row) const;
    bool has_any(std::size_t column, std::size_t first) const;

    const sheets::Sheet& sheet_;
    std::size_t begin_, end_;
    bool has_loose_groups_;
    std::size_t rows_ = 1;
    std::size_t second_ = static_cast<std::size_t>(-1);  // the row that goes on with them
};

/// Every column of a dataset has a title.
void give_heads(Table& table, const std::string& file, Diagnostics& diagnostics);

}  // namespace broadside::imports
