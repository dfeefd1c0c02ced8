#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "broadside/doc/document.hpp"
#include "broadside/model/project.hpp"
#include "broadside/resolve/problems.hpp"

namespace broadside::resolve {

/// A URL, which `parse_url` takes, as people write it: without its scheme and without a slash at
/// the end.
std::string printed_url(std::string_view url);

/// Whether the words of a link say where it leads.
bool says_where(const doc::Span& linked);

/// The links of the dataset: what is printed, what it leads to and its QR code are one `Url`.
/// Reports what is none, and one that is too long for the code which the layout asks for.
doc::Tiles build_links(const model::Project& project, const model::LinksBlock& block,
                       Problems& problems);

/// The QR code of an address, in the ink of the page, to stand on that colour. Null where the
/// address is too long for one.
DrawingRef code_of(const Url& url, Colour behind, const model::Project& project);

/// Sets the address that words lead to in small print behind them, in brackets; where all words of
/// a cell lead there, on a line of its own below. Where the layout asks for codes, cells that lead
/// to one address have its QR code below their content instead. Not in heads, which have no room,
/// and not in the list of links, which says so already. Reports addresses that are too long for a
/// code.
void show_addresses(std::vector<doc::Box>& blocks, const model::Project& project,
                    Problems& problems);

}  // namespace broadside::resolve
