#include "broadside/imports/heads.hpp"

#include <algorithm>
#include <set>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "broadside/imports/answers.hpp"
#include "broadside/imports/head_units.hpp"
#include "broadside/load/typed_figures.hpp"
#include "broadside/sheets/sheet_builder.hpp"

namespace broadside::imports {

using sheets::Cell;

namespace {

/// Heads that stand above each other.
constexpr std::size_t kMostHeadRows = 4;

bool is_unit_below_head(const std::string& text) {
    return !unit_in_head(fmt::format("x ({})", text)).empty();
}

bool is_bracketed(std::string_view text) {
    return (text.starts_with('(') && text.ends_with(')')) ||
           (text.starts_with('[') && text.ends_with(']'));
}

/// Heads, too, may be years.
bool is_fact(const Cell& cell) {
    if (cell.type == sheets::CellType::Text) {
        const auto figure = load::figure_of(cell.text);
        const bool is_year = figure && figure->digits.size() == 4 && figure->unit.empty();
        const auto answer = figure ? std::nullopt : answer_of(cell.text);
        return (figure && !is_year) || (answer && !answer->is_missing());
    }
    return cell.type != sheets::CellType::Number || cell.text.size() != 4;
}

}  // namespace

bool is_word_of_head(const Cell& cell) {
    return cell.type == sheets::CellType::Text && !load::figure_of(cell.text);
}

bool has_figures(const sheets::Sheet& sheet, std::size_t column, std::size_t first,
                 std::size_t end) {
    std::size_t figures = 0, all = 0;
    for (std::size_t row = first; row < end; ++row) {
        const Cell* cell = sheet.at(row, column);
        if (cell == nullptr) continue;
        ++all;
        figures += is_word_of_head(*cell) ? 0 : 1;
    }
    return 2 * figures >= all && all > 0;
}

Heads::Heads(const sheets::Sheet& sheet, std::size_t begin, std::size_t end, bool has_loose_groups)
    : sheet_(sheet), begin_(begin), end_(end), has_loose_groups_(has_loose_groups) {
    rows_ = count();
    if (!goes_on(begin_ + rows_)) return;
    second_ = begin_ + rows_;
    ++rows_;
}

std::string Heads::title(std::size_t row, const std::string& text) const {
    return row == second_ && is_unit_below_head(text) ? fmt::format("({})", text) : text;
}

std::size_t Heads::span(std::size_t row, const Cell& cell) const {
    if (!has_loose_groups_ || row != begin_) return is_over_one(row, cell) ? 1 : cell.column_span;
    for (const Cell& next : sheet_.rows[row].cells)
        if (next.column > cell.column) return next.column - cell.column;
    // The last group ends with its figures.
    std::size_t last = cell.column;
    const bool is_of_figures = has_figures(sheet_, last, row + 2, end_);
    while (last + 1 < sheet_.columns &&
           (!is_of_figures || has_figures(sheet_, last + 1, row + 2, end_)))
        ++last;
    return last + 1 - cell.column;
}

std::size_t Heads::count() const {
    std::size_t rows = 1;
    for (std::size_t i = 0; i < rows && begin_ + i < end_; ++i) {
        for (const Cell& cell : sheet_.rows[begin_ + i].cells) {
            const bool is_wide = span(begin_ + i, cell) > 1 && !is_data_below(begin_ + i);
            rows = std::max(rows, i + std::max<std::size_t>(cell.row_span, is_wide ? 2 : 1));
        }
    }
    return std::min({rows, kMostHeadRows, std::max<std::size_t>(end_ - begin_, 2) - 1});
}

/// Merged with columns that are empty: it is the head of one.
bool Heads::is_over_one(std::size_t row, const Cell& cell) const {
    if (cell.column_span < 2 || !has_any(cell.column, row + 1)) return false;
    for (std::size_t i = 1; i < cell.column_span; ++i)
        if (has_any(cell.column + i, row + 1)) return false;
    return true;
}

bool Heads::has_any(std::size_t column, std::size_t first) const {
    for (std::size_t row = first; row < end_; ++row)
        if (sheet_.at(row, column) != nullptr) return true;
    return false;
}

/// Below heads of one column each, the next row has facts.
bool Heads::is_data_below(std::size_t row) const {
    if (row + 1 >= end_ || (has_loose_groups_ && row == begin_)) return false;
    return std::any_of(sheet_.rows[row].cells.begin(), sheet_.rows[row].cells.end(),
                       [&](const Cell& head) {
                           if (head.column_span > 1 || head.row_span > 1) return false;
                           const Cell* below = sheet_.at(row + 1, head.column);
                           return below != nullptr && is_fact(*below);
                       });
}

/// A row below the heads that goes on with them: all of it remarks in brackets, or without a name
/// units, such remarks and words over figures.
bool Heads::goes_on(std::size_t row) const {
    if (row + 1 >= end_ || sheet_.rows[row].cells.empty()) return false;
    std::size_t bracketed = 0, units = 0, words = 0, others = 0;
    std::set<std::string> texts;
    for (const Cell& cell : sheet_.rows[row].cells) {
        if (cell.type != sheets::CellType::Text || cell.column_span > 1 || cell.row_span > 1 ||
            sheet_.at(row - 1, cell.column) == nullptr)
            return false;
        const Cell* below = sheet_.at(row + 1, cell.column);
        bracketed += is_bracketed(cell.text) && !(below && is_bracketed(below->text)) ? 1 : 0;
        const bool is_told = is_unit_below_head(cell.text) || is_bracketed(cell.text);
        const bool is_over_figures = has_figures(sheet_, cell.column, row + 1, end_);
        if (answer_of(cell.text) || !texts.insert(cell.text).second) return false;
        if (cell.column == 0 || (is_told ? !is_over_figures : is_fact(cell)))
            ++others;
        else
            ++(is_told ? units : is_over_figures ? words : others);
    }
    const bool has_name = sheet_.at(row, 0) != nullptr;
    return (bracketed > 1 && bracketed == sheet_.rows[row].cells.size()) ||
           (!has_name && units + words > others);
}

void give_heads(Table& table, const std::string& file, Diagnostics& diagnostics) {
    std::vector<std::string> without;
    for (Column& column : table.columns) {
        if (!column.title.empty()) continue;
        // An empty corner stands over the names.
        const bool is_name = column.kind == model::ColumnKind::Name;
        column.title = is_name ? std::string(word_for_name(table.language))
                               : sheets::column_name(column.sheet_column);
        without.push_back(column.title);
    }
    if (without.empty()) return;
    diagnostics.push_back(
        warning("no-head",
                fmt::format("columns without a head are called {}", fmt::join(without, ", ")),
                {"give them a \"title\" in the dataset, or a head in the sheet"})
            .at(FilePlace{file}));
}

}  // namespace broadside::imports
