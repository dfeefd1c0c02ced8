#pragma once

#include <optional>
#include <vector>

#include "broadside/base/colour.hpp"
#include "broadside/model/layout.hpp"
#include "broadside/resolve/cells/cell_kind.hpp"
#include "broadside/resolve/problems.hpp"

namespace broadside::resolve {

/// What stands behind a cell with this value; nothing for null, or where the column has no fill.
std::optional<Colour> fill_of(const model::Value* value, model::CellFill fill,
                              const model::Layout& layout);

/// What a cell says over several columns: something that is compared, or words. Dashes and cells of
/// one column say nothing over others.
enum class SpanSays { Nothing, Words, Compared };

SpanSays span_says(const TableCell& cell);

/// The one that is wanted, or that of ink where it is hard to read on that ground and ink is
/// easier; on dark pages, too, where it may be the other of the two.
Colour readable_on(Colour ground, Colour wanted, const model::Layout& layout);

/// Of words and symbols on a solid fill: the paper's where it can be read there.
Colour colour_on_solid(Colour fill, const model::Layout& layout);

void set_on_solid(CellContent& content, Colour fill, const model::Layout& layout);

/// Warns of words that cannot be read on what fills their cells.
void check_fills(const std::vector<doc::Box>& blocks, const model::Layout& layout,
                 Problems& problems);

}  // namespace broadside::resolve
