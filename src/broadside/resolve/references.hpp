#pragma once

#include "broadside/model/project.hpp"
#include "broadside/resolve/problems.hpp"

namespace broadside::resolve {

/// Reports every reference of the dataset that names nothing, whatever the layout selects, and
/// warns of notes and values that nothing refers to. After it, lookups in a dataset without errors
/// cannot fail.
void check_references(const model::Project& project, Problems& problems);

/// Finds the blocks of a layout that name a text or a picture which the dataset does not have.
void check_block_references(const model::Project& project, Problems& problems);

}  // namespace broadside::resolve
