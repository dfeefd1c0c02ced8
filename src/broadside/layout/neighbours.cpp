#include "broadside/layout/neighbours.hpp"

#include <algorithm>

namespace broadside::layout {

namespace {

bool are_alike(const doc::Column& one, const doc::Column& other) {
    return one.has_default_width == other.has_default_width && one.width == other.width &&
           std::holds_alternative<FitContent>(one.width) && one.is_symbols == other.is_symbols;
}

/// The widest to the narrowest that are made equally wide. Symbols are as wide as each other
/// whatever their heads say.
double nearly_alike(const doc::Column& column) {
    constexpr double kOfSymbols = 3;
    return column.is_symbols ? kOfSymbols : kNearlyAlike;
}

bool are_of_one_kind(const doc::Column& one, const doc::Column& other) {
    return one.width == other.width && !is_fixed(one.width) && one.is_symbols == other.is_symbols;
}

}  // namespace

bool has_like_neighbours(const std::vector<doc::Column>& columns) {
    return std::adjacent_find(columns.begin(), columns.end(), are_alike) != columns.end();
}

void number_runs(const std::vector<doc::Column>& columns, std::vector<ColumnDemand>& demands) {
    std::size_t first = 0;
    Pt narrowest, widest;
    const auto end_run = [&](std::size_t end) {
        for (std::size_t i = first; i < end; ++i) demands[i].run = end - first > 1 ? end : 0;
        first = end;
    };
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const Pt width = demands[i].max_content;
        const Pt least = std::min(narrowest, width), most = std::max(widest, width);
        const bool goes_on = i > first && are_alike(columns[i - 1], columns[i]) &&
                             most <= least * nearly_alike(columns[i]);
        if (!goes_on) end_run(i);
        narrowest = goes_on ? least : width;
        widest = goes_on ? most : width;
    }
    end_run(columns.size());
}

std::vector<ColumnRun> scales(const doc::Grid& grid, const std::vector<PartCell>& cells) {
    const std::vector<doc::Column>& columns = grid.columns;
    std::vector<bool> goes_on(columns.size());  // from this column to the next
    for (const PartCell& part : cells) {
        if (grid.rows[part.grid_row].kind != RowKind::Body) continue;
        for (std::size_t i = 1; i < part.column_span; ++i) {
            const std::size_t column = part.column + i;
            if (are_of_one_kind(columns[column - 1], columns[column])) goes_on[column - 1] = true;
        }
    }
    std::vector<ColumnRun> found;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        if (!goes_on[i]) continue;
        if (i == 0 || !goes_on[i - 1]) found.push_back({i, 1});
        ++found.back().count;
    }
    return found;
}

}  // namespace broadside::layout
