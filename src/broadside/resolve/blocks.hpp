#pragma once

#include <cstddef>
#include <variant>
#include <vector>

#include "broadside/doc/document.hpp"
#include "broadside/model/project.hpp"
#include "broadside/resolve/footnotes.hpp"
#include "broadside/resolve/problems.hpp"
#include "broadside/resolve/table.hpp"

namespace broadside::resolve {

/// How many such blocks a layout has, those inside rows included.
template <typename Kind>
std::size_t count_blocks(const std::vector<model::Block>& blocks) {
    std::size_t count = 0;
    model::for_each_block(blocks, [&count](const model::Block& block) {
        if (std::holds_alternative<Kind>(block.kind)) ++count;
    });
    return count;
}

template <typename Kind>
bool has_block(const std::vector<model::Block>& blocks) {
    return count_blocks<Kind>(blocks) > 0;
}

/// What the blocks of a page are made from: its tables, in reading order, and its notes.
struct PageParts {
    const model::Project& project;
    const std::vector<Table>& tables;
    const Footnotes& footnotes;
};

/// The blocks of the page, top to bottom. Blocks for which the dataset has nothing to say are left
/// out, so that they leave no gap.
std::vector<doc::Box> build_blocks(const PageParts& parts, Problems& problems);

}  // namespace broadside::resolve
