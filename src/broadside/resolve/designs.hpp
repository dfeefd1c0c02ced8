#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "broadside/resolve/table.hpp"

/// What a layout says of the columns of a table, of all of a kind and of single ones, and of cells.
namespace broadside::resolve {

model::ColumnDesign design_of_kind(const Table& table, model::ColumnKind kind);

/// What the layout says of a printed column by name wins over what it says of the kind of its
/// cells, word by word.
void apply_named(const Table& table, std::string_view id, model::ColumnDesign& design);

model::ColumnDesign design_of(const Table& table, const model::Column& column);

/// In a transposed table its row is what is printed as a column.
model::ColumnDesign design_of(const Table& table, const TableCell& cell);

/// What is left out is as of the cell's column.
struct CellAlignment {
    std::optional<Alignment> horizontal;
    std::optional<VerticalAlignment> vertical;
};

/// What a layout says of single cells. The designs outlive it.
class CellDesigns {
public:
    explicit CellDesigns(const std::vector<model::CellDesign>& designs);

    /// Of the cell that begins there: word by word, what the last of those that name it says.
    CellAlignment of(std::string_view row, std::string_view column) const;

private:
    using Names = std::pair<std::string_view, std::string_view>;  // row, column; empty: all

    /// Which design is the last to say it, from 1; 0: none.
    struct Last {
        std::size_t horizontal = 0, vertical = 0;
    };

    const std::vector<model::CellDesign>& designs_;
    std::map<Names, Last> last_;
};

}  // namespace broadside::resolve
