#include "broadside/sheets/sheet_builder.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "broadside/base/limits.hpp"
#include "broadside/base/phrases.hpp"
#include "broadside/unicode/characters.hpp"
#include "broadside/unicode/utf8.hpp"

namespace broadside::sheets {

namespace {

/// The first cell that is not before the column.
template <typename Cells>
auto place_in(Cells& cells, std::size_t column) {
    return std::lower_bound(
        cells.begin(), cells.end(), column,
        [](const Cell& cell, std::size_t sought) { return cell.column < sought; });
}

const Cell* cell_at(const Row& row, std::size_t column) {
    const auto found = place_in(row.cells, column);
    return found == row.cells.end() || found->column != column ? nullptr : &*found;
}

constexpr std::size_t kMostNamed = 8;

/// How many of the numbers from the first on are in the set.
std::uint32_t count_in(const std::set<std::size_t>& numbers, std::size_t first, std::size_t size) {
    const auto begin = numbers.lower_bound(first);
    return static_cast<std::uint32_t>(std::distance(begin, numbers.lower_bound(first + size)));
}

bool says_something(const Cell& cell) { return !cell.text.empty() || !cell.number.empty(); }

}  // namespace

const Cell* Sheet::at(std::size_t row, std::size_t column) const {
    return row < rows.size() ? cell_at(rows[row], column) : nullptr;
}

std::string clean_text(std::string_view text) {
    std::u32string clean;
    for (char32_t c : unicode::decode(text)) {
        if (c == U'\r' || unicode::is_line_end(c)) c = U'\n';
        if (c == U'\t') c = U' ';
        const bool is_fit = unicode::unfit_kind(c).empty();
        if (!is_fit || (clean.empty() && unicode::is_white_space(c))) continue;
        if (c == U' ' || c == U'\n') {
            if (clean.back() == U'\n') continue;
            if (clean.back() == U' ') clean.pop_back();
        }
        clean.push_back(c);
    }
    while (!clean.empty() && unicode::is_white_space(clean.back())) clean.pop_back();
    return unicode::encode(clean);
}

std::uint8_t indent_of(std::string_view text) {
    constexpr std::size_t kLeast = 2, kMost = 100;
    std::size_t indent = 0;
    for (std::size_t at = 0; at < text.size() && indent < kMost;) {
        const unicode::Character first = unicode::character_at(text, at);
        if (!unicode::is_white_space(first.code) || unicode::is_line_end(first.code)) break;
        indent += first.code == U'\t' ? kLeast : 1;
        at += first.size;
    }
    return indent < kLeast ? 0 : static_cast<std::uint8_t>(indent);
}

std::string column_name(std::size_t column) {
    std::string name;
    for (std::size_t rest = column + 1; rest > 0; rest = (rest - 1) / 26)
        name.insert(name.begin(), static_cast<char>('A' + (rest - 1) % 26));
    return name;
}

std::string cell_name(std::size_t row, std::size_t column) {
    return fmt::format("{}{}", column_name(column), row + 1);
}

bool SheetBuilder::add(std::size_t row, Cell cell) {
    if (!says_something(cell) || struck_rows_.count(row) > 0) return too_large_.empty();
    if (row >= limits::kMaxRows) {
        too_large_ = fmt::format("{} rows", limits::kMaxRows);
    } else if (cell.column >= limits::kMaxColumns) {
        too_large_ = fmt::format("{} columns", limits::kMaxColumns);
    } else if (count_ >= limits::kMaxSheetCells) {
        too_large_ = fmt::format("{} cells", limits::kMaxSheetCells);
    } else if (cell.text.size() > limits::kMaxStringBytes) {
        too_large_ =
            fmt::format("{} bytes in {}", limits::kMaxStringBytes, cell_name(row, cell.column));
    }
    if (!too_large_.empty()) return false;
    if (row >= sheet_.rows.size()) sheet_.rows.resize(row + 1);
    std::vector<Cell>& cells = sheet_.rows[row].cells;
    // Files have them in order; one that stands twice is what comes last.
    const auto place = place_in(cells, cell.column);
    ++count_;
    if (place != cells.end() && place->column == cell.column) {
        *place = std::move(cell);
    } else {
        cells.insert(place, std::move(cell));
    }
    return true;
}

void SheetBuilder::leave_out_cell(std::size_t row) {
    if (row < sheet_.rows.size()) sheet_.rows[row].has_left_out = true;
}

void SheetBuilder::cover(std::size_t row, std::size_t column, std::size_t rows,
                         std::size_t columns) {
    if (spans_.size() < limits::kMaxSheetCells) spans_.push_back({row, column, rows, columns});
}

void SheetBuilder::link(std::size_t row, std::size_t column, const std::string& url) {
    if (Cell* cell = find(row, column)) cell->url = url;
}

void SheetBuilder::strike(std::size_t row, const Cell& rest, const std::string& words) {
    if (struck_rows_.count(row) > 0) return;
    const bool is_row =
        !says_something(rest) && (row >= sheet_.rows.size() || sheet_.rows[row].cells.empty());
    if (is_row) struck_rows_.insert(row);
    if (!is_row && !says_something(rest)) sheet_.rows[row].has_left_out = true;
    if (struck_.size() > kMostNamed) return;
    struck_.push_back(fmt::format("{} \"{}\"{}", cell_name(row, rest.column),
                                  excerpt(one_line(words)), is_row ? " with its row" : ""));
}

void SheetBuilder::hide_columns(std::size_t first, std::size_t last) {
    last = std::min(last, limits::kMaxColumns);
    for (std::size_t i = first; i <= last; ++i) hidden_columns_.insert(i);
}

Cell* SheetBuilder::find(std::size_t row, std::size_t column) {
    return const_cast<Cell*>(std::as_const(sheet_).at(row, column));
}

void SheetBuilder::leave_out_hidden(Diagnostics& diagnostics) {
    std::vector<std::string> rows;
    std::map<std::size_t, std::string> columns;  // with the first that each says
    std::vector<Row> shown;
    for (std::size_t i = 0; i < sheet_.rows.size(); ++i) {
        Row& row = sheet_.rows[i];
        if (hidden_rows_.count(i) > 0) {
            if (!row.cells.empty()) rows.push_back(fmt::format("{}", i + 1));
            continue;
        }
        std::vector<Cell> kept;
        for (Cell& cell : row.cells) {
            if (hidden_columns_.count(cell.column) > 0) {
                columns.emplace(cell.column, cell.text);
                continue;
            }
            // Hidden rows and columns inside a span are none of it.
            cell.row_span -= count_in(hidden_rows_, i, cell.row_span);
            cell.column_span -= count_in(hidden_columns_, cell.column, cell.column_span);
            const auto before =
                std::distance(hidden_columns_.begin(), hidden_columns_.lower_bound(cell.column));
            cell.column -= static_cast<std::uint32_t>(before);
            kept.push_back(std::move(cell));
        }
        row.cells = std::move(kept);
        shown.push_back(std::move(row));
    }
    sheet_.rows = std::move(shown);
    if (hidden_values_ > 0)
        diagnostics.push_back(
            warning("hidden-cells",
                    fmt::format("numbers that their format hides are left out: {}", hidden_values_),
                    {"give them a format that shows them to have them on the page"}));
    std::vector<std::string> said, heads;
    for (const auto& [column, head] : columns)
        heads.push_back(fmt::format("{} \"{}\"", column_name(column), excerpt(one_line(head))));
    if (!rows.empty())
        said.push_back((rows.size() == 1 ? "row " : "rows ") + shortlist(rows, kMostNamed));
    if (!heads.empty())
        said.push_back((heads.size() == 1 ? "column " : "columns ") + shortlist(heads, kMostNamed));
    if (said.empty()) return;
    diagnostics.push_back(warning(
        "hidden-cells", fmt::format("what is hidden is left out: {}", fmt::join(said, "; ")),
        {"show them in the spreadsheet to have them on the page"}));
}

/// What a merged cell covers nobody sees; of two that overlap the upper left one stays whole.
void SheetBuilder::leave_out_covered(Diagnostics& diagnostics) {
    struct Cover {
        std::size_t end = 0;  // the first row below it
        std::string text;
    };
    std::vector<Cover> covers(limits::kMaxColumns);  // by column
    std::vector<std::string> lost;
    for (std::size_t i = 0; i < sheet_.rows.size(); ++i) {
        std::vector<Cell> kept;
        for (Cell& cell : sheet_.rows[i].cells) {
            if (const Cover& cover = covers[cell.column]; cover.end > i) {
                if (cover.text != cell.text)
                    lost.push_back(fmt::format("{} \"{}\"", cell_name(i, cell.column),
                                               excerpt(one_line(cell.text))));
                continue;
            }
            const std::size_t rows = std::min<std::size_t>(cell.row_span, sheet_.rows.size() - i);
            const std::size_t end = cell.column + cell.column_span;
            std::size_t column = cell.column;
            for (; column < std::min(end, covers.size()) && covers[column].end <= i; ++column)
                if (cell.row_span > 1 || cell.column_span > 1)
                    covers[column] = {i + rows, cell.text};
            cell.row_span = static_cast<std::uint32_t>(rows);
            cell.column_span = static_cast<std::uint32_t>(column - cell.column);
            kept.push_back(std::move(cell));
        }
        sheet_.rows[i].cells = std::move(kept);
    }
    if (!lost.empty())
        diagnostics.push_back(warning(
            "hidden-cells",
            fmt::format("what merged cells cover is left out: {}", shortlist(lost, kMostNamed)),
            {"unmerge the cells in the spreadsheet to have it on the page"}));
}

/// To what is left of the sheet.
void SheetBuilder::bound_spans() {
    for (std::size_t i = 0; i < sheet_.rows.size(); ++i) {
        for (Cell& cell : sheet_.rows[i].cells) {
            cell.row_span = static_cast<std::uint32_t>(
                std::min<std::size_t>(cell.row_span, sheet_.rows.size() - i));
            cell.column_span = static_cast<std::uint32_t>(
                std::min<std::size_t>(cell.column_span, sheet_.columns - cell.column));
        }
    }
}

std::optional<Sheet> SheetBuilder::finish(std::string name, Diagnostics& diagnostics) && {
    if (!too_large_.empty()) {
        diagnostics.push_back(error("sheet-too-large",
                                    fmt::format("expected at most {}, got more", too_large_),
                                    {"keep what belongs on the page in a sheet of its own"}));
        return std::nullopt;
    }
    for (const Span& span : spans_) {
        Cell* cell = find(span.row, span.column);
        if (cell == nullptr) continue;
        cell->row_span = static_cast<std::uint32_t>(span.rows);
        cell->column_span = static_cast<std::uint32_t>(span.columns);
    }
    leave_out_covered(diagnostics);
    if (!struck_.empty())
        diagnostics.push_back(warning(
            "struck-out",
            fmt::format("what is struck out is left out: {}", shortlist(struck_, kMostNamed)),
            {"take the line through it away in the spreadsheet to have it on the page"}));
    hidden_rows_.insert(struck_rows_.begin(), struck_rows_.end());
    leave_out_hidden(diagnostics);
    while (!sheet_.rows.empty() && sheet_.rows.back().cells.empty()) sheet_.rows.pop_back();
    for (const Row& row : sheet_.rows) {
        if (!row.cells.empty())
            sheet_.columns = std::max<std::size_t>(sheet_.columns, row.cells.back().column + 1);
    }
    bound_spans();
    sheet_.name = std::move(name);
    return std::move(sheet_);
}

}  // namespace broadside::sheets
