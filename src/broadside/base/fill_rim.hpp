#pragma once

#include <optional>

#include "broadside/base/meaning.hpp"
#include "broadside/base/style.hpp"

namespace broadside {

/// What a cell's fill has around it, to be seen on a row, in a band or an emphasised column of the
/// same colour; nothing: it stands on another one.
inline std::optional<Colour> rim_of_fill(Colour fill, const RowFacts& row, int band,
                                         bool is_in_emphasis, const TableStyle& style) {
    if (band != kNoBand) {
        const BandStyle& below = style.bands[static_cast<std::size_t>(band)];
        if (fill == below.tint) return below.bar;
    } else if (((row.is_emphasised || is_in_emphasis) && fill == style.emphasis_fill) ||
               (row.is_striped && fill == style.stripe_fill)) {
        return style.strong_rule.colour;
    }
    return std::nullopt;
}

}  // namespace broadside
