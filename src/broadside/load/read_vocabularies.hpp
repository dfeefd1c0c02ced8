#pragma once

#include <vector>

#include "broadside/load/syntax/node.hpp"
#include "broadside/model/dataset.hpp"

namespace broadside::load {

/// `"values"` of a dataset, in the order of the file: the legend follows it.
std::vector<model::Vocabulary> read_vocabularies(const Node& node, Report& report);

}  // namespace broadside::load
