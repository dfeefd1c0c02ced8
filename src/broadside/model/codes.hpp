#pragma once

#include <vector>

#include "broadside/model/dataset.hpp"

namespace broadside::model {

/// Which values, by place, have a text that nobody knows without the legend: shorter than its label
/// and no dash, where half of such texts are abbreviations or have three letters at most. Judged in
/// the dataset's own language, so that all have the same codes.
std::vector<bool> codes_of(const Vocabulary& vocabulary);

}  // namespace broadside::model
