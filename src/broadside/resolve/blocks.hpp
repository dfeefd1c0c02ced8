#pragma once

#include <algorithm>
#include <variant>
#include <vector>

#include "broadside/doc/document.hpp"
#include "broadside/model/project.hpp"
#include "broadside/resolve/footnotes.hpp"
#include "broadside/resolve/problems.hpp"
#include "broadside/resolve/table.hpp"

namespace broadside::resolve {

/// Whether a layout has such a block, also inside a row.
template <typename Kind>
bool has_block(const std::vector<model::Block>& blocks) {
    return std::any_of(blocks.begin(), blocks.end(), [](const model::Block& block) {
        const auto* row = std::get_if<model::RowBlock>(&block.kind);
        return row ? has_block<Kind>(row->blocks) : std::holds_alternative<Kind>(block.kind);
    });
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
