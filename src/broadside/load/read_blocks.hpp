#pragma once

#include <vector>

#include "broadside/load/syntax/node.hpp"
#include "broadside/load/syntax/schema.hpp"
#include "broadside/model/layout.hpp"

namespace broadside::load {

/// `"blocks"` of a layout; a row block holds no further row.
std::vector<model::Block> read_blocks(const Node& node, Report& report);

std::vector<ObjectKeys> block_objects();

}  // namespace broadside::load
