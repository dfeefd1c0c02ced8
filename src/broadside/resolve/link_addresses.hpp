#pragma once

#include <vector>

#include "broadside/doc/document.hpp"
#include "broadside/model/project.hpp"
#include "broadside/resolve/problems.hpp"

namespace broadside::resolve {

/// Sets the address that words lead to in small print behind them, in brackets; where all words of
/// a cell lead there, on a line of its own below. Where the layout asks for codes, cells that lead
/// to one address have its QR code below their content instead. Not in heads, which have no room,
/// and not in the list of links, which says so already. Reports addresses that are too long for a
/// code.
void show_addresses(std::vector<doc::Box>& blocks, const model::Project& project,
                    Problems& problems);

}  // namespace broadside::resolve
