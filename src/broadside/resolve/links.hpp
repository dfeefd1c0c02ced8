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

}  // namespace broadside::resolve
