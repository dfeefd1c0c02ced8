#pragma once

#include <vector>

#include "broadside/load/syntax/object_reader.hpp"
#include "broadside/model/layout.hpp"

/// What a layout is read from: a reader for each of its larger parts.
namespace broadside::load {

/// `"page"` of a layout. The margins leave some room on the page.
model::Page read_page(const Node& node, Report& report, const model::Page& defaults);

std::vector<ObjectKeys> page_objects();

/// Reads fonts, palette, styles, spacing, symbols, rules and note marks of a layout: colours first,
/// since the others name them.
void read_design(const ObjectReader& layout_object, Report& report, model::Layout& layout);

std::vector<ObjectKeys> design_objects();

/// `"blocks"` of a layout; a row block holds no further row.
std::vector<model::Block> read_blocks(const Node& node, Report& report);

std::vector<ObjectKeys> block_objects();

}  // namespace broadside::load
