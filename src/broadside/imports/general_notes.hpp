#pragma once

#include "broadside/imports/table.hpp"
#include "broadside/imports/update.hpp"
#include "broadside/model/dataset.hpp"

namespace broadside::imports {

/// A note of the sheet is on the whole page once the last cell or head no longer refers to it, and
/// no longer once one does. One that was without a mark `before`, and is not on the page, was left
/// so.
void update_general_notes(const model::Dataset& before, const Table& table, Updated& updated);

}  // namespace broadside::imports
