#include "broadside/resolve/spanners.hpp"

#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "broadside/resolve/lookup.hpp"

namespace broadside::resolve {

namespace {

const model::Spanner* spanner_over(const model::Dataset& dataset, const model::Column& column) {
    for (const model::Spanner& spanner : dataset.spanners) {
        for (const model::Reference& reference : spanner.columns) {
            if (reference.id == column.id) return &spanner;
        }
    }
    return nullptr;
}

void check_adjacent(const model::Spanner& spanner, std::vector<std::size_t> columns,
                    Problems& problems) {
    if (columns.empty()) return;
    std::sort(columns.begin(), columns.end());
    if (columns.back() - columns.front() + 1 == columns.size()) return;
    problems.error(
        "spanner-not-adjacent", spanner.place,
        fmt::format("expected columns side by side under spanner \"{}\"", spanner.title.text));
}

}  // namespace

void check_spanners(const model::Dataset& dataset, Problems& problems) {
    std::map<std::size_t, const model::Spanner*> taken;
    for (const model::Spanner& spanner : dataset.spanners) {
        std::vector<std::size_t> columns;
        for (const model::Reference& reference : spanner.columns) {
            const auto column = column_index(dataset, reference.id);
            if (!column) {
                problems.unknown("column", reference, ids_in(dataset.columns));
                continue;
            }
            const auto [other, is_free] = taken.emplace(*column, &spanner);
            if (is_free) {
                columns.push_back(*column);
            } else {
                problems.error("spanner-overlap", reference.place,
                               fmt::format("column \"{}\" is already under spanner \"{}\"",
                                           reference.id, other->second->title.text));
            }
        }
        check_adjacent(spanner, columns, problems);
    }
}

std::vector<SpannerRun> spanner_runs(const model::Dataset& dataset,
                                     const std::vector<const model::Column*>& columns) {
    std::vector<SpannerRun> runs;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const model::Spanner* spanner = spanner_over(dataset, *columns[i]);
        if (!spanner) continue;
        const bool goes_on = !runs.empty() && runs.back().spanner == spanner &&
                             runs.back().first + runs.back().count == i;
        if (!goes_on) runs.push_back({spanner, i, 0});
        ++runs.back().count;
    }
    return runs;
}

}  // namespace broadside::resolve
