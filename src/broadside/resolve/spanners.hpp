#pragma once

#include <cstddef>
#include <vector>

#include "broadside/model/dataset.hpp"
#include "broadside/resolve/problems.hpp"

namespace broadside::resolve {

/// Reports spanners over unknown columns, over columns that are not side by side, and over columns
/// that another spanner has.
void check_spanners(const model::Dataset& dataset, Problems& problems);

/// Neighbouring printed columns under one spanner.
struct SpannerRun {
    const model::Spanner* spanner = nullptr;
    std::size_t first = 0;  // printed column
    std::size_t count = 0;
};

/// The spanners over the printed columns, in their order. Where a layout sets other columns between
/// those of a spanner, it stands over each part.
std::vector<SpannerRun> spanner_runs(const model::Dataset& dataset,
                                     const std::vector<const model::Column*>& columns);

}  // namespace broadside::resolve
