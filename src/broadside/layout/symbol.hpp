#pragma once

#include "broadside/doc/document.hpp"
#include "broadside/placed/document.hpp"

namespace broadside::layout {

inline Pt symbol_width(const doc::Symbol& symbol, Pt height) {
    return height * (symbol.drawing->width / symbol.drawing->height);
}

/// A symbol whose box is `height` high, its top left corner at `at`.
inline placed::Symbol place_symbol(const doc::Symbol& symbol, Point at, Pt height) {
    return {{at.x, at.y, symbol_width(symbol, height), height},
            symbol.drawing,
            symbol.colour,
            symbol.alt,
            {}};
}

}  // namespace broadside::layout
