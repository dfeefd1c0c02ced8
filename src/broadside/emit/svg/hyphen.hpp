#pragma once

#include <optional>

#include "broadside/scene/op.hpp"

namespace broadside::emit {

/// Takes the hyphen that layout put at a line's logical end out of the line, as a run of its own.
/// Nothing where the line has none.
std::optional<scene::Run> cut_hyphen(scene::Line& line, Direction direction);

}  // namespace broadside::emit
