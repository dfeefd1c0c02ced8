#pragma once

#include <vector>

#include "broadside/doc/document.hpp"
#include "broadside/model/layout.hpp"
#include "broadside/resolve/problems.hpp"

/// What people who do not see the page find their way by: headings, and the heads of rows.
namespace broadside::resolve {

/// Reports headings that leave a level out (ISO 14289-1, 7.4).
void check_headings(const std::vector<model::Block>& blocks, Problems& problems);

/// Reports rows without a name, where the table has a column of names.
void check_row_heads(const std::vector<doc::Box>& blocks, Problems& problems);

/// Levels begin with 1, also where no title stands above.
void close_heading_levels(std::vector<doc::Box>& blocks);

}  // namespace broadside::resolve
