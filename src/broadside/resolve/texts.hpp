#pragma once

#include "broadside/model/project.hpp"
#include "broadside/resolve/problems.hpp"

namespace broadside::resolve {

/// Finds the blocks of a layout that name a text or a picture which the dataset does not have.
void check_block_references(const model::Project& project, Problems& problems);

/// The words of a block that was checked: the dataset's, in the language it was localized to, or
/// the layout's own.
const model::Text& words_of(const model::TextBlock& block, const model::Dataset& dataset);

}  // namespace broadside::resolve
