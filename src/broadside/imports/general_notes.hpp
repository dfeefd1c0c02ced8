#pragma once

#include "broadside/imports/table.hpp"
#include "broadside/imports/update.hpp"
#include "broadside/model/dataset.hpp"

namespace broadside::imports {

/// A note of the sheet is on the whole page once the last cell or head no longer refers to it, or
/// none does from the start, and no longer once one does. One of the dataset `before` that nothing
/// referred to, and that was not on the page, stays so.
void update_general_notes(const model::Dataset& before, const Table& table, Updated& updated);

}  // namespace broadside::imports
