#include "broadside/resolve/spanners.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <string_view>
#include <tuple>
#include <utility>

#include <fmt/format.h>

#include "broadside/resolve/lookup.hpp"

namespace broadside::resolve {

namespace {

/// The columns of a spanner, from the first to the last.
struct Reach {
    const model::Spanner* spanner = nullptr;
    std::size_t first = 0, last = 0;
};

std::optional<Reach> reach_of(const model::Dataset& dataset, const model::Spanner& spanner,
                              Problems& problems) {
    std::vector<std::size_t> columns;
    for (const model::Reference& reference : spanner.columns) {
        if (const auto column = column_index(dataset, reference.id))
            columns.push_back(*column);
        else
            problems.unknown("column", reference, ids_in(dataset.columns));
    }
    if (columns.empty()) return std::nullopt;
    const auto [first, last] = std::minmax_element(columns.begin(), columns.end());
    if (*last - *first + 1 == columns.size()) return Reach{&spanner, *first, *last};
    problems.error(
        "spanner-not-adjacent", spanner.place,
        fmt::format("expected columns side by side under spanner \"{}\"", spanner.title.text));
    return std::nullopt;
}

void report_overlap(const model::Dataset& dataset, const Reach& reach, const Reach& other,
                    Problems& problems) {
    const std::string_view title = other.spanner->title.text;
    for (const model::Reference& reference : reach.spanner->columns) {
        const auto column = column_index(dataset, reference.id);
        if (!column || *column < other.first || *column > other.last) continue;
        problems.error(
            "spanner-overlap", reference.place,
            fmt::format("column \"{}\" is already under spanner \"{}\"", reference.id, title),
            {"spanners stand inside each other where one has all columns of the other, and more"});
        return;
    }
}

using Chain = std::vector<const model::Spanner*>;  // from the outermost to the innermost

/// The spanners over each printed column.
std::vector<Chain> chains_over(const model::Dataset& dataset,
                               const std::vector<const model::Column*>& columns) {
    std::vector<const model::Spanner*> spanners;
    for (const model::Spanner& spanner : dataset.spanners) spanners.push_back(&spanner);
    std::stable_sort(spanners.begin(), spanners.end(), [](const auto* a, const auto* b) {
        return a->columns.size() > b->columns.size();
    });
    std::map<std::string_view, Chain> chains;
    for (const model::Spanner* spanner : spanners) {
        for (const model::Reference& column : spanner->columns)
            chains[column.id].push_back(spanner);
    }
    std::vector<Chain> printed;
    for (const model::Column* column : columns) printed.push_back(chains[column->id]);
    return printed;
}

/// Sets the heads of some columns, then those inside them.
class HeadSetting {
public:
    explicit HeadSetting(std::vector<Chain> chains)
        : chains_(std::move(chains)), rows_(deepest(0, chains_.size())) {}

    std::vector<HeadCell> run() && {
        set(0, chains_.size(), 0, 0);
        std::sort(cells_.begin(), cells_.end(), [](const HeadCell& a, const HeadCell& b) {
            return std::tie(a.row, a.column) < std::tie(b.row, b.column);
        });
        return std::move(cells_);
    }

private:
    std::size_t deepest(std::size_t first, std::size_t end) const {
        std::size_t depth = 0;
        for (std::size_t i = first; i < end; ++i) depth = std::max(depth, chains_[i].size());
        return depth;
    }

    const model::Spanner* at(std::size_t column, std::size_t depth) const {
        return depth < chains_[column].size() ? chains_[column][depth] : nullptr;
    }

    /// `depth`: how many spanners are around the columns; `top`: the row below them.
    void set(std::size_t first, std::size_t end, std::size_t depth, std::size_t top) {
        while (first < end) {
            const model::Spanner* spanner = at(first, depth);
            std::size_t last = first + 1;
            while (spanner && last < end && at(last, depth) == spanner) ++last;
            // A spanner is as many rows above the titles as stand inside it.
            const std::size_t row = rows_ - (spanner ? deepest(first, last) - depth : 0);
            cells_.push_back({spanner, top, first, row - top + 1, last - first});
            if (spanner) set(first, last, depth + 1, row + 1);
            first = last;
        }
    }

    std::vector<Chain> chains_;
    std::size_t rows_;
    std::vector<HeadCell> cells_;
};

}  // namespace

void check_spanners(const model::Dataset& dataset, Problems& problems) {
    std::vector<Reach> reaches;
    for (const model::Spanner& spanner : dataset.spanners) {
        if (const auto reach = reach_of(dataset, spanner, problems)) reaches.push_back(*reach);
    }
    std::stable_sort(reaches.begin(), reaches.end(), [](const Reach& a, const Reach& b) {
        return std::tie(a.first, b.last) < std::tie(b.first, a.last);
    });
    std::vector<Reach> around;  // the columns that come next
    for (const Reach& reach : reaches) {
        while (!around.empty() && around.back().last < reach.first) around.pop_back();
        const bool is_inside =
            around.empty() || (reach.last <= around.back().last &&
                               reach.last - reach.first < around.back().last - around.back().first);
        if (is_inside)
            around.push_back(reach);
        else
            report_overlap(dataset, reach, around.back(), problems);
    }
}

std::vector<HeadCell> head_cells(const model::Dataset& dataset,
                                 const std::vector<const model::Column*>& columns) {
    return HeadSetting(chains_over(dataset, columns)).run();
}

std::size_t head_rows(const std::vector<HeadCell>& head) {
    std::size_t rows = 0;
    for (const HeadCell& cell : head) rows = std::max(rows, cell.row + cell.row_span);
    return rows;
}

}  // namespace broadside::resolve
