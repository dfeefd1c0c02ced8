#include "broadside/emit/pdf/structure.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace broadside::emit {

namespace {

std::uint32_t narrow(std::size_t number) { return static_cast<std::uint32_t>(number); }

/// What the name stands for in PDF 1.7, table 348: heads of groups are heads of what is in them.
std::string_view scope_name(HeaderScope scope) {
    switch (scope) {
        case HeaderScope::Row: return "Row";
        case HeaderScope::Column:
        case HeaderScope::ColumnGroup:
        case HeaderScope::RowGroup: return "Column";  // it stands above the rows of its section
        case HeaderScope::None: break;
    }
    return {};
}

}  // namespace

bool is_above_columns(HeaderScope scope) {
    return scope == HeaderScope::Column || scope == HeaderScope::ColumnGroup;
}

void PdfTableCells::begin_section(std::size_t table) {
    grids_[table].section_head = kNone;
    grids_[table].open_rows.clear();
}

void PdfTableCells::begin_row(std::size_t table, const scene::Tag& row) {
    Grid& grid = grids_[table];
    std::vector<std::uint32_t>& open = grid.open_rows;
    while (!open.empty() && grid.rows[open.back()].level >= row.level) open.pop_back();
    grid.rows[narrow(row.row)] = {grid.section_head, open.empty() ? kNone : open.back(), row.level};
    open.push_back(narrow(row.row));
}

void PdfTableCells::add(std::size_t table, const scene::Tag& cell, PdfElement element) {
    Grid& grid = grids_[table];
    grid.table = table;
    const std::size_t place = grid.cells.size();
    grid.cells.push_back({element, narrow(cell.row), narrow(cell.column), narrow(cell.row_span),
                          narrow(cell.column_span), cell.scope});
    tables_.emplace_back(element, table);
    if (grid.begun.empty() || grid.begun.back() != cell.row) grid.begun.push_back(narrow(cell.row));
    if (is_above_columns(cell.scope)) {
        for (std::size_t i = 0; i < cell.column_span; ++i)
            grid.above[narrow(cell.column + i)].push_back(place);
    } else if (cell.scope == HeaderScope::Row) {
        for (std::size_t i = 0; i < cell.row_span; ++i)
            grid.beside[narrow(cell.row + i)].push_back(place);
    } else if (cell.scope == HeaderScope::RowGroup) {
        grid.section_head = place;
        grid.open_rows.clear();
    }
}

void PdfTableCells::forget_head(std::size_t table) {
    Grid& grid = grids_.at(table);
    const std::size_t place = grid.cells.size() - 1;
    Cell& cell = grid.cells.back();
    const auto forget = [place](Heads& heads, std::uint32_t first, std::uint32_t count) {
        for (auto at = heads.lower_bound(first); at != heads.end() && at->first < first + count;
             ++at)
            std::erase(at->second, place);
    };
    forget(grid.above, cell.column, cell.column_span);
    forget(grid.beside, cell.row, cell.row_span);
    if (grid.section_head == place) grid.section_head = kNone;
    cell.scope = HeaderScope::None;
}

std::optional<PdfElement> PdfTableCells::find(std::size_t table, const scene::Tag& cell) const {
    const auto grid = grids_.find(table);
    if (grid == grids_.end()) return std::nullopt;
    const auto key = std::pair(narrow(cell.row), narrow(cell.column));
    const auto& cells = grid->second.cells;
    const auto found =
        std::lower_bound(cells.begin(), cells.end(), key, [](const Cell& one, const auto& wanted) {
            return std::pair(one.row, one.column) < wanted;
        });
    if (found == cells.end() || std::pair(found->row, found->column) != key) return std::nullopt;
    return found->element;
}

std::string PdfTableCells::name_of(const Grid& grid, const Cell& cell) {
    return fmt::format("t{}r{}c{}", grid.table, cell.row, cell.column);
}

std::vector<std::size_t> PdfTableCells::heads_of(const Grid& grid, const Cell& cell) {
    std::vector<std::size_t> heads;
    // A head that stands at several of the places is taken at the first.
    const auto take = [&](const Heads& from, std::uint32_t first, std::uint32_t count,
                          std::uint32_t Cell::*start, const auto& is_head) {
        for (auto at = from.lower_bound(first); at != from.end() && at->first < first + count;
             ++at) {
            for (const std::size_t place : at->second) {
                const Cell& head = grid.cells[place];
                if (at->first == std::max(first, head.*start) && is_head(head))
                    heads.push_back(place);
            }
        }
    };
    const bool is_in_head = is_above_columns(cell.scope);
    if (cell.scope != HeaderScope::RowGroup)
        take(grid.above, cell.column, cell.column_span, &Cell::column,
             [&](const Cell& head) { return !is_in_head || head.row < cell.row; });
    if (is_in_head || cell.scope == HeaderScope::RowGroup) return heads;
    const auto row = grid.rows.find(cell.row);
    if (row == grid.rows.end()) return heads;
    if (row->second.section_head != kNone) heads.push_back(row->second.section_head);
    std::vector<std::uint32_t> above;
    for (std::size_t at = row->second.above; at != kNone; at = grid.rows.at(narrow(at)).above)
        above.push_back(narrow(at));
    const auto is_any = [](const Cell&) { return true; };
    for (auto at = above.rbegin(); at != above.rend(); ++at)
        take(grid.beside, *at, 1, &Cell::row, is_any);
    take(grid.beside, cell.row, cell.row_span, &Cell::row, [&](const Cell& head) {
        return cell.scope != HeaderScope::Row || head.column < cell.column;
    });
    return heads;
}

/// A row without a cell of its own is no row of the structure.
std::size_t PdfTableCells::rows_of(const Grid& grid, const Cell& cell) {
    const auto first = std::lower_bound(grid.begun.begin(), grid.begun.end(), cell.row);
    const auto end = std::lower_bound(first, grid.begun.end(), cell.row + cell.row_span);
    return static_cast<std::size_t>(end - first);
}

std::string PdfTableCells::attributes(PdfElement element, std::string& name) const {
    const auto known =
        std::lower_bound(tables_.begin(), tables_.end(), element,
                         [](const auto& entry, PdfElement wanted) { return entry.first < wanted; });
    if (known == tables_.end() || known->first != element) return {};
    const Grid& grid = grids_.at(known->second);
    const auto cell =
        std::lower_bound(grid.cells.begin(), grid.cells.end(), element,
                         [](const Cell& one, PdfElement wanted) { return one.element < wanted; });
    std::string out = "/A << /O /Table";
    if (cell->scope != HeaderScope::None) {
        name = name_of(grid, *cell);
        out += fmt::format(" /Scope /{}", scope_name(cell->scope));
    }
    if (const std::size_t rows = rows_of(grid, *cell); rows > 1)
        out += fmt::format(" /RowSpan {}", rows);
    if (cell->column_span > 1) out += fmt::format(" /ColSpan {}", cell->column_span);
    const std::vector<std::size_t> heads = heads_of(grid, *cell);
    if (!heads.empty()) {
        out += " /Headers [";
        for (const std::size_t head : heads)
            out += fmt::format("({})", name_of(grid, grid.cells[head]));
        out += ']';
    }
    return out + " >> ";
}

std::vector<std::pair<std::string, PdfElement>> PdfTableCells::names() const {
    std::vector<std::pair<std::string, PdfElement>> names;
    for (const auto& [table, grid] : grids_) {
        for (const Cell& cell : grid.cells) {
            if (cell.scope != HeaderScope::None)
                names.emplace_back(name_of(grid, cell), cell.element);
        }
    }
    return names;
}

}  // namespace broadside::emit
