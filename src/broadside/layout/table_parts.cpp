#include "broadside/layout/table_parts.hpp"

#include <algorithm>
#include <limits>
#include <span>
#include <utility>

#include "broadside/layout/cell_padding.hpp"
#include "broadside/layout/paginate.hpp"
#include "broadside/layout/table_misfit.hpp"

namespace broadside::layout {

namespace {

const std::vector<std::size_t> kNoSections;

/// What begins near the foot of a page shows more than one line there.
constexpr std::size_t kFewestLines = 2;

}  // namespace

TableParts::TableParts(const doc::Table& table, TableColumns columns, Pt page_room, Pt per_row,
                       Typesetter& typesetter)
    : table_(table),
      grid_(table.grid),
      columns_(std::move(columns)),
      page_room_(page_room),
      per_row_(per_row),
      typesetter_(typesetter),
      sections_(section_rows(table.grid)),
      ends_cut_(table.grid.rows.size()),
      first_(header_rows(table.grid)) {
    const SolvedPart whole{all_rows(grid_), columns_, {}};
    row_heights_ = part_row_heights(table_, whole, typesetter_);
    find_high_cells();
    if (!cut_.empty()) row_heights_ = part_row_heights(table_, whole, typesetter_, cut_);
}

/// Rows that are higher together than a page are looked at twice: only a cell over them can be so.
void TableParts::find_high_cells() {
    const Pt room = page_room_ - sum(std::span(row_heights_).first(first_));
    const std::size_t columns = grid_.columns.size();
    std::vector<Pt> tops(grid_.rows.size() + 1);
    for (std::size_t row = 0; row < grid_.rows.size(); ++row)
        tops[row + 1] = tops[row] + row_heights_[row];
    const auto cut_cells = [&](Pt limit, auto is_asked_for) {
        for (std::size_t row = first_; row < grid_.rows.size(); ++row) {
            for (std::size_t column = 0; column < columns; ++column) {
                const auto* cell = std::get_if<doc::Cell>(&grid_.at(row, column));
                if (cell && is_asked_for(row, row + cell->row_span))
                    cut_if_higher(row * columns + column, limit);
            }
        }
    };
    cut_cells(room, [&](std::size_t first, std::size_t last) {
        return !fits(tops[last] - tops[first], room);
    });
    if (cut_.empty()) return;
    const std::vector<bool> is_high = ends_cut_;
    // Besides these, what is shown again on every page is low.
    cut_cells(room / 4, [&](std::size_t first, std::size_t last) {
        while (first < last && !is_high[first]) ++first;
        return first < last;
    });
}

void TableParts::cut_if_higher(std::size_t slot, Pt limit) {
    const std::size_t columns = grid_.columns.size();
    const auto& cell = std::get<doc::Cell>(grid_.slots[slot]);
    if (grid_.rows[slot / columns].kind != RowKind::Body) return;
    PartCell part;
    part.cell = &cell;
    part.column = slot % columns;
    part.column_span = cell.column_span;
    const CellPadding padding(table_, typesetter_.setting());
    const Pt width = inner_width(table_, part, columns_.widths, typesetter_);
    if (fits(cell_height(cell, width, typesetter_) + 2 * padding.of(part).y, limit)) return;
    typesetter_.peers().for_each(cell, [&](const doc::Cell& peer) { cut_[&peer] = {}; });
    ends_cut_[slot / columns + cell.row_span - 1] = true;
}

SolvedPart TableParts::rows_of(const Sections& repeated, std::size_t first,
                               std::size_t last) const {
    const bool is_continued = is_within_row_ && first == first_;
    SolvedPart part{part_rows(grid_, repeated, {first, last, is_continued}), columns_, {}};
    solve(part, cut_);
    return part;
}

void TableParts::solve(SolvedPart& part, const CutCells& cut) const {
    part.row_heights = part_row_heights(table_, part, typesetter_, cut);
    for (std::size_t i = 0; i < part.rows.size(); ++i) {
        if (grid_.rows[part.rows[i].grid_row].kind == RowKind::Body)
            part.row_heights[i] += per_row_;
    }
}

Pt TableParts::height(const Sections& repeated, std::size_t first, std::size_t last) const {
    return sum(rows_of(repeated, first, last).row_heights);
}

std::size_t TableParts::expected_end(Pt room) const {
    Pt used;
    std::size_t end = first_;
    while (end < row_heights_.size() && fits(used + row_heights_[end], room))
        used += row_heights_[end++];
    return end;
}

std::optional<SolvedPart> TableParts::next(Pt room, bool is_page_empty) {
    // A row that fills a page leaves no room to repeat the title of its section.
    const bool fits_titled = fits(height(sections_, first_, first_ + 1), page_room_) ||
                             !fits(height(kNoSections, first_, first_ + 1), page_room_);
    const Sections& repeated = fits_titled ? sections_ : kNoSections;
    const auto height_of = [&](std::size_t from, std::size_t to) {
        return height(repeated, from, to);
    };
    std::size_t last = part_end(grid_, {first_, expected_end(room), room, page_room_}, height_of);
    if (ends_high_cell(last)) {
        if (auto part = broken_part(repeated, last, room, is_page_empty)) return part;
        while (last > first_ && grid_.rows[last - 1].kind == RowKind::Section) --last;
    }
    if (last == first_ && !is_page_empty) return std::nullopt;
    if (last == first_) {
        ++last;
        report_high_row(table_, first_, columns_, height_of(first_, last) - room, typesetter_);
    }
    SolvedPart part = rows_of(repeated, first_, last);
    choose_lines(part, last);
    advance(part, {last, last, false});
    return part;
}

/// Whether what is left of the row is more than a page holds, by a cell that can be broken.
bool TableParts::ends_high_cell(std::size_t row) const {
    return row < grid_.rows.size() && ends_cut_[row] &&
           !fits(height(kNoSections, row, row + 1), page_room_);
}

/// The rows up to `row`, and of that one as many lines as have room; none where those are few.
std::optional<SolvedPart> TableParts::broken_part(const Sections& repeated, std::size_t row,
                                                  Pt room, bool is_page_empty) {
    SolvedPart part = rows_of(repeated, first_, row + 1);
    CutCells without_row;
    for (const PartCell& cell : cut_cells(part)) {
        typesetter_.peers().for_each(*cell.cell, [&](const doc::Cell& peer) {
            LineRange lines = cut_.at(&peer);
            if (end_of(cell) == row + 1) lines.first = lines.last;
            without_row[&peer] = lines;
        });
    }
    solve(part, without_row);
    const Pt spare = room - sum(part.row_heights);
    if (spare < Pt(0)) return std::nullopt;
    part.row_heights.back() += spare;
    const std::size_t fewest = choose_lines(part, row);
    const bool is_all_of_page = is_page_empty && row == first_;
    if (fewest < (is_all_of_page ? 1 : kFewestLines)) return std::nullopt;
    advance(part, {row, row, true});
    return part;
}

std::vector<PartCell> TableParts::cut_cells(const SolvedPart& part) const {
    if (cut_.empty()) return {};
    std::vector<PartCell> cells = part_cells(grid_, part.rows, columns_.heads);
    std::erase_if(cells, [&](const PartCell& cell) { return cut_.count(cell.cell) == 0; });
    return cells;
}

/// Which lines of cut cells the part shows: all that are left of those that end above row `end`.
/// Answers with the fewest of the others, of those that have any left.
std::size_t TableParts::choose_lines(SolvedPart& part, std::size_t end) const {
    std::size_t fewest = std::numeric_limits<std::size_t>::max();
    for (const PartCell& cell : cut_cells(part)) {
        const Pt width = inner_width(table_, cell, columns_.widths, typesetter_);
        const CellPadding padding(table_, typesetter_.setting());
        const Pt height = sum(std::span(part.row_heights).subspan(cell.row, cell.row_span)) -
                          2 * padding.of(cell).y;
        typesetter_.peers().for_each(*cell.cell, [&](const doc::Cell& peer) {
            LineRange& lines = part.cut[&peer] = cut_.at(&peer);
            if (end_of(cell) <= end) return;
            const bool is_shown = own_height_from(peer, lines.first, width, typesetter_) <= Pt(0);
            lines = own_lines_in(peer, lines.first, {width, height}, typesetter_);
            if (!is_shown && end_of(cell) == end + 1)
                fewest = std::min(fewest, lines.last - lines.first);
        });
    }
    return fewest;
}

/// One past the last of a cell's rows, in the grid.
std::size_t TableParts::end_of(const PartCell& cell) { return cell.grid_row + cell.cell->row_span; }

void TableParts::advance(const SolvedPart& part, const RowRange& next) {
    for (const auto& [cell, lines] : part.cut) cut_[cell].first = lines.last;
    first_ = next.first;
    is_within_row_ = next.is_continued;
}

}  // namespace broadside::layout
