#pragma once

#include "broadside/imports/table.hpp"

namespace broadside::imports {

/// Columns of words beside each other that say some of the same, as those of plans do, are of one
/// kind: the one that most of their cells ask for.
void set_alike_columns_alike(Table& table);

}  // namespace broadside::imports
