#pragma once

#include "broadside/load/syntax/node.hpp"
#include "broadside/load/syntax/schema.hpp"
#include "broadside/model/layout.hpp"

namespace broadside::load {

/// `"page"` of a layout. The margins leave some room on the page.
model::Page read_page(const Node& node, Report& report, const model::Page& defaults);

std::vector<ObjectKeys> page_objects();

}  // namespace broadside::load
