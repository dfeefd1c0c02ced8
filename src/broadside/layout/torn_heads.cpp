#include "broadside/layout/torn_heads.hpp"

#include <algorithm>

#include "broadside/layout/cell.hpp"
#include "broadside/layout/cell_padding.hpp"

namespace broadside::layout {

std::size_t torn_heads(const doc::Table& table, const std::vector<PartCell>& cells,
                       const std::vector<ColumnDemand>& demands, const std::vector<Pt>& widths,
                       Typesetter& typesetter,
                       const std::function<bool(const doc::Column&)>& is_meant) {
    const CellPadding padding(table, typesetter.setting());
    return static_cast<std::size_t>(
        std::count_if(cells.begin(), cells.end(), [&](const PartCell& part) {
            if (table.grid.rows[part.grid_row].kind != RowKind::Header || part.column_span > 1 ||
                part.is_turned || !is_meant(table.grid.columns[part.column]))
                return false;
            const Pt width = widths[part.column];
            const Pt whole = std::max(width, demands[part.column].whole_words);
            const auto height_in = [&](Pt room) {
                return cell_height(*part.cell, room - padding.of(part).sides(), typesetter);
            };
            const Pt one_line = height_in(whole + cell_widths(*part.cell, typesetter).max_content);
            return fits(height_in(whole) + 2 * one_line, height_in(width));
        }));
}

}  // namespace broadside::layout
