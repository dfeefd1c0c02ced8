#pragma once

#include <map>
#include <memory>
#include <set>

#include "broadside/conformance/check_font.hpp"
#include "broadside/conformance/key_rules.hpp"

namespace broadside::conformance {

/// Fonts and drawings that pages share, each looked at once.
struct SharedResources {
    std::map<int, std::unique_ptr<Font>> fonts = {};
    std::map<int, bool> has_mask = {};  // of the XObjects that were checked
    std::set<const Value*> lists = {};  // of fonts or XObjects of pages
    FontsMet met = {};
};

/// The page's keys, its resources, and what it draws: only known operators, every painting one
/// inside a mark. Fills in `page.marks`.
void check_page(const PdfFile& file, Page& page, SharedResources& shared, Problems& problems);

/// The annotations of a page, all of which are links with words, on the page, to the web or to a
/// page. Fills in `page.links`, sorted.
void check_links(const PdfFile& file, Page& page, const Pages& pages, Problems& problems);

/// An XObject, once; whether it needs a transparency group of the page.
bool check_xobject(const PdfFile& file, const Object& object, SharedResources& shared,
                   Problems& problems);

}  // namespace broadside::conformance
