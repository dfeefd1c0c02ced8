#pragma once

#include "broadside/load/syntax/node.hpp"
#include "broadside/load/syntax/object_reader.hpp"
#include "broadside/model/dataset.hpp"

namespace broadside::load {

/// A cell of a row, by the kind of its column.
model::Cell read_cell(const Node& node, Report& report, const model::Column& column);

/// A cell of the dataset's `"cells"`: what a text cell may hold, without spans.
model::Cell read_shared_cell(const Node& node, Report& report);

/// The sample of a name column.
model::Cell read_sample(const Node& node, Report& report);

/// `"source"`, `"certainty"` and `"checked"` of an object that may have them.
Provenance read_provenance(const ObjectReader& object);

}  // namespace broadside::load
