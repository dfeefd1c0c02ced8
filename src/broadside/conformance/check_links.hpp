#pragma once

#include "broadside/conformance/key_rules.hpp"

namespace broadside::conformance {

/// The annotations of a page, all of which are links with words, on the page, to the web or to a
/// page. Fills in `page.links`, sorted.
void check_links(const PdfFile& file, Page& page, const Pages& pages, Problems& problems);

}  // namespace broadside::conformance
