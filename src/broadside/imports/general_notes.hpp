#pragma once

#include "broadside/imports/table.hpp"
#include "broadside/imports/update.hpp"
#include "broadside/model/dataset.hpp"

namespace broadside::imports {

/// A note of the sheet that a cell or head refers to now is no longer on the whole page.
void update_general_notes(Updated& updated, const Table& table);

}  // namespace broadside::imports
