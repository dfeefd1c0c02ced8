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

/// Words and symbols of a solid cell: in the paper's colour.
void set_on_solid(CellContent& content, const model::Layout& layout);

/// Warns of words that cannot be read on what fills their cells.
void check_fills(const std::vector<doc::Box>& blocks, const model::Layout& layout,
                 Problems& problems);

}  // namespace broadside::resolve
