#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "broadside/sheets/sheet.hpp"

namespace broadside::sheets {

/// Takes cells as a reader comes upon them, row by row, and makes a sheet that keeps its promises.
class SheetBuilder {
public:
    /// False once there are more cells than a table may have: the reader may stop.
    bool add(std::size_t row, Cell cell);
    void cover(std::size_t row, std::size_t column, std::size_t rows, std::size_t columns);
    void link(std::size_t row, std::size_t column, const std::string& url);
    void hide_row(std::size_t row) { hidden_rows_.insert(row); }
    void hide_columns(std::size_t first, std::size_t last);
    /// Words of a cell that are struck out, and are no part of it. A row whose first cell is struck
    /// out as a whole is none.
    void strike(std::size_t row, const Cell& rest, const std::string& words);
    /// Of a row with a cell that shows something else than words.
    void leave_out_cell(std::size_t row);
    /// Of a cell whose format shows nothing.
    void hide_value() { ++hidden_values_; }

    bool is_empty() const { return sheet_.rows.empty(); }

    /// Adds what is wrong to `diagnostics`.
    std::optional<Sheet> finish(std::string name, Diagnostics& diagnostics) &&;

private:
    Cell* find(std::size_t row, std::size_t column);
    void leave_out_hidden(Diagnostics& diagnostics);
    void leave_out_covered(Diagnostics& diagnostics);
    void bound_spans();

    struct Span {
        std::size_t row, column, rows, columns;
    };
    Sheet sheet_;
    std::vector<Span> spans_;
    std::set<std::size_t> hidden_rows_, hidden_columns_, struck_rows_;
    std::vector<std::string> struck_;  // the first cells
    std::size_t count_ = 0, hidden_values_ = 0;
    std::string too_large_;  // what there is too much of
};

/// A text that a dataset takes: line ends are line feeds, none at the ends and no white space
/// there; what cannot be printed is gone.
std::string clean_text(std::string_view text);

/// How many spaces stand in front of a text, two at least; a tab is two.
std::uint8_t indent_of(std::string_view text);

/// A name of a cell for people: "C5".
std::string cell_name(std::size_t row, std::size_t column);
std::string column_name(std::size_t column);

}  // namespace broadside::sheets
