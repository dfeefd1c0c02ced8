#pragma once

#include <optional>
#include <string_view>

#include "broadside/load/syntax/json_tree.hpp"

namespace broadside::load {

/// Whether a file of that name is YAML.
bool is_yaml(std::string_view name);

/// Reads the YAML (1.2) of the report's file as far as JSON has the same: one document of mappings,
/// sequences and scalars. Plain scalars are null, true, false and numbers where JSON writes them
/// so, or nothing for null; all others are strings. Anchors, aliases, tags, keys that are no
/// scalars and further documents are reported, as syntax errors are, and give nothing. The line
/// break that ends a block of text is none of the text. A block mapping or sequence begins at the
/// key or the dash before it.
std::optional<JsonTree> parse_yaml(Report& report, Duplicates duplicates = Duplicates::Reported);

/// YAML or JSON.
std::optional<JsonTree> parse_tree(Report& report);

}  // namespace broadside::load
