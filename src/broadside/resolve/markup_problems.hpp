#pragma once

#include "broadside/model/project.hpp"
#include "broadside/resolve/problems.hpp"

namespace broadside::resolve {

/// Warns of markup that will be printed as it is written: in rich texts of the dataset and of its
/// translation what has no partner, in literal ones what would be strong elsewhere.
void check_markup(const model::Dataset& dataset, Problems& problems);

/// The same for the texts that a layout itself holds.
void check_markup(const model::Layout& layout, Problems& problems);

}  // namespace broadside::resolve
