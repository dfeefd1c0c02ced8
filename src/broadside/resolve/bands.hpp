#pragma once

#include <vector>

#include "broadside/model/dataset.hpp"
#include "broadside/resolve/spans.hpp"

namespace broadside::resolve {

/// The band of each row of a section as an index into the dataset's bands, or `kNoBand`. A
/// band that the row names wins over rules; among rules the first that holds. A covered slot has
/// the value of the cell that covers it.
std::vector<int> bands_of_rows(const model::Dataset& dataset, const model::Section& section,
                               const SectionGrid& grid);

}  // namespace broadside::resolve
