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

const Repeats kNothing;

/// What begins near the foot of a page shows more than one line there.
constexpr std::size_t kFewestLines = 2;

}  // namespace

TableParts::TableParts(const doc::Table& table, TableColumns columns, const Rooms& rooms,
                       PageNotes& notes, Typesetter& typesetter)
    : table_(table),
      grid_(table.grid),
      columns_(std::move(columns)),
      page_room_(rooms.page),
      per_row_(rooms.per_row),
      notes_(notes),
      typesetter_(typesetter),
      repeats_(repeats_of(table.grid)),
      titles_{repeats_.sections, {}},
      ends_cut_(table.grid.rows.size()),
      first_(table.grid.header_rows()) {
    const SolvedPart whole{all_rows(grid_), columns_, {}};
    row_heights_ = part_row_heights(table_, whole, typesetter_);
    find_high_cells();
    if (!cut_.empty()) row_heights_ = part_row_heights(table_, whole, typesetter_, cut_);
    keep_together(table_.keep == KeepTogether::Sections ? page_room_ : rooms.whole_section);
}

/// Rows that are higher together than a page are looked at twice: only a cell over them can be so.
void TableParts::find_high_cells() {
    const Pt room = page_room_ - sum(std::span(row_heights_).first(first_)) - most_notes_of_row();
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

/// What is joined is kept whole where a page holds it, by the heights in the whole table.
void TableParts::keep_together(Pt whole_section) {
    if (table_.keep == KeepTogether::Nothing && whole_section <= Pt(0)) return;
    kept_.resize(grid_.rows.size());
    const Pt head = sum(std::span(row_heights_).first(first_));
    const auto keep = [&](Pt most, auto begins) {
        Pt title;
        for (std::size_t first = first_, end = first_; first < grid_.rows.size(); first = end) {
            Pt height = row_heights_[first];
            for (++end; end < grid_.rows.size() && !begins(end); ++end) height += row_heights_[end];
            if (grid_.rows[first].begins_section) title = Pt(0);
            if (fits(height, most) && fits(head + title + height, page_room_))
                std::fill(kept_.begin() + static_cast<std::ptrdiff_t>(first) + 1,
                          kept_.begin() + static_cast<std::ptrdiff_t>(end), true);
            if (grid_.rows[first].kind == RowKind::Section) title = row_heights_[first];
        }
    };
    if (table_.keep != KeepTogether::Nothing)
        keep(page_room_, [&](std::size_t row) { return !is_joined(row); });
    keep(whole_section, [&](std::size_t row) { return grid_.rows[row].begins_section; });
}

/// With the row above, by a cell over both or as a row under another.
bool TableParts::is_joined(std::size_t row) const {
    if (grid_.rows[row].kind != RowKind::Body) return false;
    if (repeats_.parents[row] != row) return true;
    for (std::size_t column = 0; column < grid_.columns.size(); ++column) {
        const auto* covered = std::get_if<doc::Covered>(&grid_.at(row, column));
        if (covered && covered->row < row) return true;
    }
    return false;
}

SolvedPart TableParts::rows_of(const Repeats& repeated, std::size_t first, std::size_t last) const {
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

Pt TableParts::height(const Repeats& repeated, std::size_t first, std::size_t last) const {
    const SolvedPart part = rows_of(repeated, first, last);
    return sum(part.row_heights) + height_of_notes(part);
}

Pt TableParts::height_of_notes(const SolvedPart& part) const {
    if (!notes_.are_any()) return Pt(0);
    return notes_.height_with(part_cells(grid_, part.rows, columns_.heads));
}

/// A page of one row has room for its notes and those of the head.
Pt TableParts::most_notes_of_row() const {
    Pt most;
    if (!notes_.are_any()) return most;
    for (std::size_t row = first_; row < grid_.rows.size(); ++row) {
        const std::vector<PartRow> rows = part_rows(grid_, repeats_, {row, row + 1});
        most = std::max(most, notes_.height_of(part_cells(grid_, rows, columns_.heads)));
    }
    return most;
}

std::size_t TableParts::expected_end(Pt room) const {
    Pt used;
    std::size_t end = first_;
    while (end < row_heights_.size() && fits(used + row_heights_[end], room))
        used += row_heights_[end++];
    return end;
}

std::optional<SolvedPart> TableParts::next(Pt room, Above above) {
    const bool is_page_empty = above == Above::Nothing;
    const Repeats& repeated = repeats_of_next();
    const auto height_of = [&](std::size_t from, std::size_t to) {
        return height(repeated, from, to);
    };
    PartSearch search{first_, expected_end(room), room, page_room_, &kept_};
    std::size_t last = part_end(grid_, search, height_of);
    if (last == first_ && above != Above::Blocks) {
        search.kept = nullptr;
        last = part_end(grid_, search, height_of);
    }
    if (ends_high_cell(last)) {
        if (auto part = broken_part(repeated, last, room, is_page_empty)) return part;
        const std::size_t end = without_titles(last);
        if (end > first_ || !is_page_empty) last = end;
    }
    if (last == first_ && !is_page_empty) return std::nullopt;
    if (last == first_) {
        ++last;
        report_high(rows_of(repeated, first_, last), room);
    }
    SolvedPart part = rows_of(repeated, first_, last);
    choose_lines(part, last);
    advance(part, {last, last, false});
    return part;
}

/// A row that fills a page leaves no room for what else would stand above it again. Rows that
/// others stand under take no more than a quarter of the page.
const Repeats& TableParts::repeats_of_next() const {
    Pt above;
    for (std::size_t row = first_; repeats_.parents[row] != row; row = repeats_.parents[row])
        above += row_heights_[repeats_.parents[row]];
    const Repeats& most = fits(above, page_room_ / 4) ? repeats_ : titles_;
    for (const Repeats* repeats : {&most, &titles_, &kNothing}) {
        if (fits(height(*repeats, first_, first_ + 1), page_room_)) return *repeats;
    }
    return most;
}

/// A part of one row.
void TableParts::report_high(const SolvedPart& part, Pt room) const {
    const Pt height = sum(part.row_heights);
    const Pt notes = height_of_notes(part);
    if (notes > Pt(0) && (fits(height, room) || notes > page_room_ / 2)) {
        report_high_notes(table_, first_, notes, typesetter_);
    } else {
        report_high_row(table_, first_, columns_, height - room, typesetter_);
    }
}

/// The end of the rows above `row` and the titles of sections right above it.
std::size_t TableParts::without_titles(std::size_t row) const {
    while (row > first_ && grid_.rows[row - 1].kind == RowKind::Section) --row;
    return row;
}

/// Whether what is left of the row is more than a page holds, by a cell that can be broken.
bool TableParts::ends_high_cell(std::size_t row) const {
    return row < grid_.rows.size() && ends_cut_[row] &&
           !fits(height(kNothing, row, row + 1), page_room_);
}

/// The rows up to `row`, and of that one as many lines as have room; none where those are few.
std::optional<SolvedPart> TableParts::broken_part(const Repeats& repeated, std::size_t row, Pt room,
                                                  bool is_page_empty) {
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
    const Pt spare = room - sum(part.row_heights) - height_of_notes(part);
    if (spare < Pt(0)) return std::nullopt;
    part.row_heights.back() += spare;
    const std::size_t fewest = choose_lines(part, row);
    const bool is_all_of_page = is_page_empty && without_titles(row) == first_;
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
/// Answers with the fewest of the others that have any left; 0 where none has.
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
    const bool has_any = fewest < std::numeric_limits<std::size_t>::max();
    return has_any ? fewest : 0;
}

/// One past the last of a cell's rows, in the grid.
std::size_t TableParts::end_of(const PartCell& cell) { return cell.grid_row + cell.cell->row_span; }

void TableParts::advance(const SolvedPart& part, const RowRange& next) {
    if (notes_.are_any()) notes_.add(part_cells(grid_, part.rows, columns_.heads));
    for (const auto& [cell, lines] : part.cut) cut_[cell].first = lines.last;
    first_ = next.first;
    is_within_row_ = next.is_continued;
}

}  // namespace broadside::layout
