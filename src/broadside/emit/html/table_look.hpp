#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "broadside/doc/document.hpp"
#include "broadside/emit/html/figures.hpp"
#include "broadside/emit/html/widths.hpp"
#include "broadside/emit/html/writer.hpp"

namespace broadside::emit {

/// The declarations of a table, its rows and its cells.
class TableLook {
public:
    /// Keeps references to all of them. `figures`: one a column.
    TableLook(const doc::Table& table, const std::vector<FigureTails>& figures, HtmlWriter& writer)
        : table_(table),
          figures_(figures),
          html_(writer),
          style_(writer.style()),
          symbols_(width_of_symbols(table, writer.style().setting())) {}

    std::string of_table();
    std::string of_row(std::size_t row);
    std::string of_cell(const doc::Cell& cell, std::size_t row, std::size_t column);

    /// Of what a cell says, also once more in another row: what that stands on.
    std::string of_ground(const doc::Cell& cell, const doc::Row& row, bool is_in_emphasis);

private:
    std::string gaps() const;
    RuleStyle rule_above(std::size_t row) const;
    std::string group_rule();
    std::size_t row_of_head(std::size_t column) const;
    std::string start_edge(const doc::Row& row, Pt indent);
    std::string bar(int band);
    const BandStyle& band(int index) const;

    const doc::Table& table_;
    const std::vector<FigureTails>& figures_;
    HtmlWriter& html_;
    HtmlStyle& style_;
    double symbols_;  // what columns of symbols have room for, in rem
};

}  // namespace broadside::emit
