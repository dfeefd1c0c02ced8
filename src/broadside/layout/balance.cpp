#include "broadside/layout/balance.hpp"

#include <algorithm>
#include <iterator>
#include <limits>

#include "broadside/layout/bisect.hpp"

namespace broadside::layout {

namespace {

/// Fills columns up to `limit`; more columns than asked for mean that the limit was too low.
std::vector<std::size_t> filled(const std::vector<Pt>& heights, Pt gap, Pt limit) {
    std::vector<std::size_t> counts;
    Pt column;
    for (const Pt height : heights) {
        if (counts.empty() || !fits(column + gap + height, limit)) {
            counts.push_back(0);
            column = height;
        } else {
            column += gap + height;
        }
        ++counts.back();
    }
    return counts;
}

/// Parts the columns that have most items, the later of as many, until no column is empty that an
/// item is left for: none grows by that.
void part_into(std::vector<std::size_t>& counts, std::size_t columns) {
    while (counts.size() < columns) {
        const auto most = std::prev(std::max_element(counts.rbegin(), counts.rend()).base());
        if (*most < 2) return;
        const std::size_t second = *most / 2;
        *most -= second;
        counts.insert(std::next(most), second);
    }
}

/// The lowest height of consecutive items that is not under `least`.
Pt next_height(const std::vector<Pt>& heights, Pt gap, Pt least) {
    Pt next(std::numeric_limits<double>::infinity());
    Pt column;
    for (std::size_t first = 0, end = 0; first < heights.size(); ++first) {
        for (; end < heights.size() && (end == first || column < least); ++end)
            column += (end > first ? gap : Pt(0)) + heights[end];
        if (column < least) break;
        next = std::min(next, column);
        column -= heights[first] + (end > first + 1 ? gap : Pt(0));
    }
    return next;
}

/// Halvings of the height of all items in one column: to less than the rounding of its sum.
constexpr int kHalvings = 64;

}  // namespace

std::vector<std::size_t> balance(const std::vector<Pt>& heights, Pt gap, std::size_t columns) {
    std::vector<std::size_t> counts;
    if (!heights.empty()) {
        const Pt highest = *std::max_element(heights.begin(), heights.end());
        const auto is_enough = [&](Pt limit) {
            return fits(highest, limit) && filled(heights, gap, limit).size() <= columns;
        };
        Pt together;
        for (const Pt height : heights) together += gap + height;
        const Pt enough = bisected(together, Pt(0), kHalvings, is_enough);
        // What is enough is so by the tolerance of lengths: the limit meant is a column's height.
        counts = filled(heights, gap, next_height(heights, gap, enough));
        part_into(counts, columns);
    }
    counts.resize(columns, 0);
    return counts;
}

}  // namespace broadside::layout
