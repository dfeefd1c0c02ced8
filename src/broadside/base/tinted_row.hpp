#pragma once

#include "broadside/base/meaning.hpp"

namespace broadside {

/// Whether a cell of the row, in that band, stands on another colour than the page's.
inline bool is_on_tint(const RowFacts& row, int band) {
    return band != kNoBand || row.is_striped || row.is_emphasised;
}

}  // namespace broadside
