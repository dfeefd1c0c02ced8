#include "broadside/layout/balance.hpp"

#include <algorithm>

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

}  // namespace

std::vector<std::size_t> balance(const std::vector<Pt>& heights, Pt gap, std::size_t columns) {
    // The lowest limit is the height of some sequence of items: try them from the lowest.
    std::vector<Pt> limits;
    for (std::size_t first = 0; first < heights.size(); ++first) {
        Pt column;
        for (std::size_t last = first; last < heights.size(); ++last) {
            column += (last > first ? gap : Pt(0)) + heights[last];
            limits.push_back(column);
        }
    }
    std::sort(limits.begin(), limits.end());
    const auto enough = std::partition_point(limits.begin(), limits.end(), [&](Pt limit) {
        const bool holds_each =
            std::all_of(heights.begin(), heights.end(), [limit](Pt h) { return fits(h, limit); });
        return !holds_each || filled(heights, gap, limit).size() > columns;
    });
    std::vector<std::size_t> counts =
        enough == limits.end() ? std::vector<std::size_t>{} : filled(heights, gap, *enough);
    counts.resize(columns, 0);
    return counts;
}

}  // namespace broadside::layout
