#include "broadside/imports/head_row.hpp"

#include <algorithm>

#include "broadside/imports/answers.hpp"
#include "broadside/imports/doubts.hpp"
#include "broadside/imports/heads.hpp"
#include "broadside/load/typed_figures.hpp"
#include "broadside/unicode/numbers.hpp"

namespace broadside::imports {

using sheets::Cell;

namespace {

bool is_single(const Cell& cell) { return cell.column_span == 1 && cell.row_span == 1; }

}  // namespace

/// Above the heads stand lines of one cell, or of a word and what it is: "Date:", "May 2026".
std::size_t HeadRow::find() const {
    std::size_t first = begin_;
    while (first < end_ && (cells(first).size() < 2 || is_rule(cells(first)))) ++first;
    if (sheet_.columns < 2 || first == end_) return end_;
    std::size_t widest = 0;
    for (std::size_t row = begin_; row < end_; ++row) widest = std::max(widest, width(row));
    std::size_t head = first;
    while (head < end_ && cells(head).size() < 3 && width(head) * 2 < widest) ++head;
    // What stands alone and first is a title.
    const std::size_t least = begin_ + (cells(begin_).size() > 1 ? 0 : 1);
    if (head < end_) first = head > least && has_loose_groups(head - 1) ? head - 1 : head;
    return below_scattered_words(below_letterhead(first));
}

std::size_t HeadRow::width(std::size_t row) const {
    std::size_t width = 0;
    for (const Cell& cell : cells(row)) width += cell.column_span;
    return width;
}

bool HeadRow::has_words_alone(std::size_t row) const {
    return std::all_of(cells(row).begin(), cells(row).end(), is_word_of_head);
}
bool HeadRow::has_single_words(std::size_t row) const {
    return has_words_alone(row) && std::all_of(cells(row).begin(), cells(row).end(), is_single);
}

/// As rows of a table have below its heads. A figure behind a word is what a letterhead says of it:
/// "Version | 3".
bool HeadRow::has_fact_below_word(std::size_t row) const {
    if (row == begin_) return false;
    const auto is_word = [&](const Cell* cell) {
        return cell != nullptr && !load::figure_of(cell->text);
    };
    return std::any_of(cells(row).begin(), cells(row).end(), [&](const Cell& cell) {
        const bool is_told = cell.column > 0 && is_word(sheet_.at(row, cell.column - 1));
        return load::figure_of(cell.text) && is_word(sheet_.at(row - 1, cell.column)) && !is_told;
    });
}

/// A letterhead and a date beside it leave a gap. The heads are the first line of words below
/// an empty one that has twice as many cells as each line above, or fills all columns or more of
/// them with merged ones; else at `first`.
std::size_t HeadRow::below_letterhead(std::size_t first) const {
    constexpr std::size_t kMost = 12;
    std::size_t most = 0;
    for (std::size_t row = first; row + 1 < end_ && row <= first + kMost; ++row) {
        if (is_empty(row)) continue;
        const auto& line = cells(row);
        const bool has_groups = has_groups_among_heads(row);
        const bool is_full = line.size() == sheet_.columns || has_groups;
        const bool is_wide = is_full || !has_single_words(row)
                                 ? line.size() > 1 && (has_groups || width(row) > most)
                                 : line.size() >= 2 * most;
        const bool is_head = row > first && is_empty(row - 1) && !is_empty(row + 1) && is_wide &&
                             has_words_alone(row);
        if (is_head) return row;
        const bool has_gap = width(row) < line.back().column + 1 - line.front().column;
        if (line.size() > 1 && (!has_gap || has_fact_below_word(row))) return first;
        most = std::max(most, line.size());
    }
    return first;
}

/// Remarks may fill some cells of several lines. The heads then are the first line that fills
/// all, where no full line below has words alone; else they are at `first`.
std::size_t HeadRow::below_scattered_words(std::size_t first) const {
    constexpr std::size_t kLeast = 2, kMost = 10, kLeastBelow = 3;
    const auto is_full = [&](std::size_t row) { return cells(row).size() == sheet_.columns; };
    std::size_t head = first;
    while (head < end_ && head <= first + kMost && has_words_alone(head) && !is_full(head)) ++head;
    if (head < first + kLeast || is_empty(head + 1) || !is_full(head)) return first;
    if (!has_single_words(first) || !has_single_words(head)) return first;
    std::size_t with_more = 0;
    for (std::size_t row = head + 1; row < end_; ++row) {
        if (is_full(row) && has_words_alone(row)) return first;
        with_more += is_full(row) ? 1 : 0;
    }
    return with_more >= kLeastBelow ? head : first;
}

bool HeadRow::has_groups_among_heads(std::size_t row) const {
    if (row + 2 >= end_ || cells(row).empty() || cells(row).front().column != 0 ||
        cells(row + 1).empty() || sheet_.at(row + 2, 0) == nullptr || !has_single_words(row) ||
        !has_single_words(row + 1))
        return false;
    std::size_t below = 0;  // what stands there below groups
    const auto& heads = cells(row);
    for (std::size_t i = 0; i < heads.size(); ++i) {
        const std::size_t first = heads[i].column;
        const std::size_t next = i + 1 < heads.size() ? heads[i + 1].column : sheet_.columns;
        for (std::size_t column = first; column < next && next > first + 1; ++column) {
            if (sheet_.at(row + 1, column) == nullptr ||
                !has_figures(sheet_, column, row + 2, end_))
                return false;
            ++below;
        }
    }
    return below > 0 && below == cells(row + 1).size();
}

bool HeadRow::has_loose_groups(std::size_t row) const {
    if (row + 1 >= end_ || cells(row).empty() || cells(row).front().column == 0) return false;
    const std::size_t first = cells(row).front().column;
    const auto& below = cells(row + 1);
    return below.size() > cells(row).size() && below.front().column == 0 &&
           (cells(row).size() > 1 || (!unicode::has_digit(cells(row).front().text) &&
                                      has_figures(sheet_, first, row + 2, end_) &&
                                      has_figures(sheet_, first + 1, row + 2, end_))) &&
           has_single_words(row) && has_single_words(row + 1) &&
           std::none_of(below.begin(), below.end(), [](const Cell& cell) {
               return cell.text.size() > 1 && answer_of(cell.text).has_value();
           });
}

}  // namespace broadside::imports
