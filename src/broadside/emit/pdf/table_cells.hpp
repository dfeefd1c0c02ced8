#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "broadside/scene/op.hpp"

namespace broadside::emit {

/// An element of a structure, counted from 0.
using PdfElement = std::uint32_t;

/// Whether such a head stands in the head of its table.
bool is_above_columns(HeaderScope scope);

/// The grids of a document's tables, as readers of its structure need them: which heads every cell
/// has, above it, of its section, of the rows that its own stands under, and beside it (PDF 1.7,
/// table 349).
class PdfTableCells {
public:
    /// What comes next in the table belongs to no section before.
    void begin_section(std::size_t table);
    void begin_row(std::size_t table, const scene::Tag& row);

    /// The cell that begins in this slot of a table, and the element that is made of it: the latest
    /// one. The cells of a table come row by row.
    void add(std::size_t table, const scene::Tag& cell, PdfElement element);

    /// The table's latest cell, a head, says nothing, so that it heads nothing.
    void forget_head(std::size_t table);

    /// The element of the cell that began there.
    std::optional<PdfElement> find(std::size_t table, const scene::Tag& cell) const;

    /// The attributes of a cell's element, and what it is called when it is a head; empty for the
    /// element of anything else.
    std::string attributes(PdfElement element, std::string& name) const;

    /// The names of all heads.
    std::vector<std::pair<std::string, PdfElement>> names() const;

private:
    static constexpr std::size_t kNone = static_cast<std::size_t>(-1);

    struct Cell {
        PdfElement element = 0;
        std::uint32_t row = 0, column = 0, row_span = 1, column_span = 1;
        HeaderScope scope = HeaderScope::None;
    };

    struct Row {
        std::size_t section_head = kNone, above = kNone;  // places among cells, and among rows
        int level = 0;
    };

    /// Heads by the rows or columns that they stand at, as places among the cells.
    using Heads = std::map<std::uint32_t, std::vector<std::size_t>>;

    struct Grid {
        std::size_t table = 0;
        std::vector<Cell> cells;  // by row, then by column
        Heads above, beside;
        std::vector<std::uint32_t> begun;  // rows in which a cell begins
        std::map<std::uint32_t, Row> rows;
        std::size_t section_head = kNone;      // of the section that is open
        std::vector<std::uint32_t> open_rows;  // of it, those that more may stand under
    };

    static std::string name_of(const Grid& grid, const Cell& cell);
    static std::size_t rows_of(const Grid& grid, const Cell& cell);
    static std::vector<std::size_t> heads_of(const Grid& grid, const Cell& cell);

    std::map<std::size_t, Grid> grids_;
    std::vector<std::pair<PdfElement, std::size_t>> tables_;  // by element: its cell's table
};

}  // namespace broadside::emit
