#pragma once

#include "broadside/doc/document.hpp"
#include "broadside/placed/document.hpp"

namespace broadside::layout {

/// A symbol whose box is `height` high, its top left corner at `at`.
inline placed::Symbol place_symbol(const doc::Symbol& symbol, Point at, Pt height) {
    return {{at.x, at.y, symbol.width_at(height), height},
            symbol.drawing,
            symbol.colour,
            symbol.alt,
            {}};
}

}  // namespace broadside::layout
