#pragma once

#include <string>
#include <string_view>

#include "broadside/doc/document.hpp"
#include "broadside/model/project.hpp"
#include "broadside/resolve/problems.hpp"

namespace broadside::resolve {

/// A URL as people write it: without its scheme and without a slash at the end.
std::string printed_url(std::string_view url);

/// The links of the dataset. Reports a URL that is too long for the QR code which the layout asks
/// for.
doc::LinksBlock build_links(const model::Project& project, const model::LinksBlock& block,
                            Problems& problems);

}  // namespace broadside::resolve
