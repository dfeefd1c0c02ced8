#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "broadside/model/layout.hpp"

namespace broadside::resolve {

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
