#include "broadside/model/dataset.hpp"

#include <algorithm>

namespace broadside::model {

const Cell* Row::cell_in(std::size_t column) const {
    const auto found =
        std::lower_bound(cells->begin(), cells->end(), column,
                         [](const Cell& cell, std::size_t index) { return cell.column < index; });
    return found != cells->end() && found->column == column ? &*found : nullptr;
}

}  // namespace broadside::model
