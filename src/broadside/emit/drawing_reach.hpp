#pragma once

#include "broadside/base/drawing.hpp"

namespace broadside::emit {

/// Whether any of the drawing's ink may lie outside of its view box, and has to be cut off. What
/// only touches an edge is left alone: cutting there would thin the edge's pixels.
bool reaches_outside(const Drawing& drawing);

}  // namespace broadside::emit
