#pragma once

#include <string_view>

#include "broadside/imports/table.hpp"

namespace broadside::imports {

/// What a row is called: its name, else what it says first.
std::string_view name_of(const Table& table, const Row& row);

/// Whether a first import made an id of a digest.
bool is_of_digest(std::string_view id);

}  // namespace broadside::imports
