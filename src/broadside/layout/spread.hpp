#pragma once

#include <optional>

#include "broadside/layout/flow.hpp"
#include "broadside/layout/typesetter.hpp"

/// What pages leave at their foot, given to rows and to gaps between blocks.
namespace broadside::layout {

/// Gaps between blocks, with that above the foot.
double gaps_of(const Flowed& flowed);

/// Of a single page: rows first, and gaps with what is over. `row_space`: the most that each row
/// may get, nominal; none: what does not look empty.
Spread spread_of(const Flowed& flowed, const Setting& setting, const std::optional<Pt>& row_space);

/// Of several: as much for each row as the fullest has to give. Rows of all pages stay as high as
/// each other, and break where they did. In the typesetter's setting.
Spread spread_over(const Flowed& flowed, Typesetter& typesetter,
                   const std::optional<Pt>& row_space);

}  // namespace broadside::layout
