#pragma once

#include <vector>

#include "broadside/model/dataset.hpp"

namespace broadside::model {

/// Which values, by place, have a text that nobody knows without the legend: shorter than its label
/// and no dash, where half of such texts are abbreviations, have three characters at most, or are a
/// word of six at most with letters and digits ("R410A"). Judged in the dataset's own language, so
/// that all have the same codes.
std::vector<bool> codes_of(const Vocabulary& vocabulary);

}  // namespace broadside::model
