#pragma once

#include <vector>

#include "broadside/base/imposition.hpp"
#include "broadside/scene/op.hpp"

namespace broadside::impose {

/// Hairlines in the margins of a sheet, at both ends of each cut, in a group that says nothing; one
/// serves two cards that touch. None where the sheet ends, or has no room for them.
std::vector<scene::Op> cut_marks(const Imposition& imposition, Colour paper);

}  // namespace broadside::impose
