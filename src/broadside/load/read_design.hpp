#pragma once

#include "broadside/load/default_layout.hpp"
#include "broadside/load/syntax/node.hpp"
#include "broadside/load/syntax/object_reader.hpp"
#include "broadside/model/layout.hpp"

namespace broadside::load {

/// Reads fonts, palette, styles, spacing, symbols, rules and note marks of a layout: colours first,
/// since the others name them.
void read_design(const ObjectReader& layout_object, Report& report, model::Layout& layout);

/// What styles and rules may name instead of a colour.
std::span<const std::string_view> colour_names();

std::vector<ObjectKeys> design_objects();

}  // namespace broadside::load
