#pragma once

#include "broadside/layout/fit.hpp"

namespace broadside::layout {

/// The setting, and the place of every block, that all documents of a typesetter share.
struct SharedGrid {
    Fitted fitted;
    Flowed flowed;  // empty when nothing fits
};

/// Leaves the typesetter at the grid's setting. Problems are reported to it.
SharedGrid solve_grid(Typesetter& typesetter);

}  // namespace broadside::layout
