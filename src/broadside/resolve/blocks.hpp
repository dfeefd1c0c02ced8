#pragma once

#include <vector>

#include "broadside/doc/document.hpp"
#include "broadside/model/project.hpp"
#include "broadside/resolve/footnotes.hpp"
#include "broadside/resolve/problems.hpp"
#include "broadside/resolve/table.hpp"

namespace broadside::resolve {

/// What the blocks of a page are made from: its tables, in reading order, and its notes.
struct PageParts {
    const model::Project& project;
    const std::vector<Table>& tables;
    const Footnotes& footnotes;
};

/// The blocks of the page, top to bottom. Blocks for which the dataset has nothing to say are left
/// out, so that they leave no gap.
std::vector<doc::Block> build_blocks(const PageParts& parts, Problems& problems);

}  // namespace broadside::resolve
