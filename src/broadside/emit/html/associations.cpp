#include "broadside/emit/html/associations.hpp"

#include <algorithm>
#include <set>
#include <variant>

#include <fmt/format.h>

#include "broadside/doc/parts.hpp"

namespace broadside::emit {

namespace {

constexpr auto kNone = static_cast<std::size_t>(-1);

}  // namespace

Associations::Associations(const doc::Table& table, const HtmlWriter& writer)
    : table_(table),
      writer_(writer),
      grid_(table.grid),
      row_heads_(grid_.rows.size()),
      sections_(grid_.rows.size(), kNone),
      parents_(doc::parents_of(grid_)),
      is_merged_(grid_.rows.size()) {
    find_heads();
}

void Associations::find_heads() {
    const std::size_t columns = grid_.columns.size();
    std::size_t section = kNone;
    bool is_plain = true;
    for (std::size_t row = 0; row < grid_.rows.size(); ++row) {
        if (grid_.rows[row].begins_section)
            section = grid_.rows[row].kind == RowKind::Section ? row * columns : kNone;
        if (grid_.rows[row].kind != RowKind::Body) continue;
        sections_[row] = section;
        for (std::size_t column = 0; column < columns; ++column) {
            const std::size_t slot = origin(row, column);
            if (grid_.cell_at(row, column).scope == HeaderScope::Row)
                row_heads_[row].push_back(slot);
            if (slot != row * columns + column) is_merged_[row] = true;
        }
        is_plain = is_plain && parents_[row] == row && !is_merged_[row];
    }
    if (is_plain) return;
    is_named_.resize(grid_.slots.size());
    for (std::size_t row = 0; row < grid_.rows.size(); ++row) {
        for (std::size_t column = 0; column < columns; ++column) {
            is_named_[origin(row, column)] = grid_.cell_at(row, column).scope != HeaderScope::None;
        }
    }
}

std::size_t Associations::origin(std::size_t row, std::size_t column) const {
    const doc::Covered place = grid_.place_of(row, column);
    return place.row * grid_.columns.size() + place.column;
}

std::string Associations::id(std::size_t slot) const {
    return writer_.id(fmt::format("cell-{}-{}", table_.number, slot));
}

bool Associations::is_merged(std::size_t row) const { return is_merged_[row]; }

std::string Associations::ids(std::size_t row) const {
    const std::size_t columns = grid_.columns.size();
    std::size_t end = columns;
    while (end > 1 && origin(row, end - 1) == origin(row, end - 2)) --end;
    std::string ids = id(row * columns);
    for (std::size_t column = 1; column < end; ++column) ids += " " + id(row * columns + column);
    return ids;
}

/// From the outermost to the nearest.
std::string Associations::rows_above(std::size_t row) const {
    std::string ids;
    while (parents_[row] != row) {
        row = parents_[row];
        if (!row_heads_[row].empty())
            ids = id(row_heads_[row].back()) + (ids.empty() ? "" : " ") + ids;
    }
    return ids;
}

/// Of columns, then of the section, then of rows, each from the outermost.
std::string Associations::heads(std::size_t row, std::size_t column, const doc::Cell& cell) const {
    const std::size_t own = row * grid_.columns.size() + column;
    std::set<std::size_t> named{kNone, own};
    std::string ids;
    const auto add = [&](std::size_t slot) {
        if (named.insert(slot).second) ids += (ids.empty() ? "" : " ") + id(slot);
    };
    for (std::size_t head = 0; head < grid_.header_rows(); ++head) {
        for (std::size_t i = column; i < column + cell.column_span; ++i) add(origin(head, i));
    }
    add(sections_[row]);
    for (std::size_t i = row; i < row + cell.row_span; ++i) {
        std::vector<std::size_t> path;
        for (std::size_t at = i;; at = parents_[at]) {
            path.insert(path.end(), row_heads_[at].rbegin(), row_heads_[at].rend());
            if (parents_[at] == at) break;
        }
        std::for_each(path.rbegin(), path.rend(), add);
    }
    return ids;
}

std::string Associations::attributes(std::size_t row, std::size_t column) const {
    if (is_named_.empty()) return "";
    const std::size_t slot = row * grid_.columns.size() + column;
    const auto& cell = std::get<doc::Cell>(grid_.slots[slot]);
    std::string out;
    if (is_named_[slot] || is_merged_[row]) out += fmt::format(" id=\"{}\"", id(slot));
    const std::string above = rows_above(row);
    const bool is_row_head = cell.scope == HeaderScope::Row;
    if (!above.empty() || (is_merged_[row] && !is_row_head))
        out += fmt::format(" headers=\"{}\"", heads(row, column, cell));
    if (!above.empty() && is_row_head) out += fmt::format(" aria-describedby=\"{}\"", above);
    return out;
}

}  // namespace broadside::emit
