#pragma once

#include <cstddef>
#include <map>
#include <memory>
#include <set>
#include <string_view>

#include "broadside/base/output_options.hpp"
#include "broadside/conformance/check_font.hpp"
#include "broadside/conformance/key_rules.hpp"
#include "broadside/conformance/structure.hpp"

/// What `check_file` asks of a file, itself or through another of these, and which source asks it.
namespace broadside::conformance {

// check_archive.cpp: what the file says as a whole.

void check_trailer(const PdfFile& file, Problems& problems);

/// References that lead nowhere, and objects that nothing leads to. False where arrays or strings
/// are led to from many places, each of which would walk through them again.
bool check_references(const PdfFile& file, Problems& problems);

/// Pages of the page tree, whose own keys check_page looks at.
Pages read_pages(const PdfFile& file, Problems& problems);

/// With its window, its labels, and what follows.
void check_catalogue(const PdfFile& file, const Pages& pages, Problems& problems);

// check_outline.cpp, check_output_intents.cpp

void check_outline(const PdfFile& file, const Pages& pages, Problems& problems);
void check_output_intents(const PdfFile& file, Problems& problems);

// check_metadata.cpp

/// What the metadata promise, which must be something. They must say what the information
/// dictionary says (PDF/A-2, 6.6).
PdfPromises check_metadata(const PdfFile& file, Problems& problems);

// check_page.cpp

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

/// An XObject, once; whether it needs a transparency group of the page.
bool check_xobject(const PdfFile& file, const Object& object, SharedResources& shared,
                   Problems& problems);

// check_links.cpp

/// The annotations of a page, all of which are links with words, on the page, to the web or to a
/// page. Fills in `page.links`, sorted.
void check_links(const PdfFile& file, Page& page, const Pages& pages, Problems& problems);

// check_grammar.cpp

/// Which elements may hold which, and what each type needs (PDF 1.7, 14.8.4; PDF/UA-1, 7).
void check_grammar(const PdfFile& file, const Pages& pages, const Structure& structure,
                   Problems& problems);

// check_attributes.cpp

/// /A of every element: only attributes that its type has.
void check_attributes(const PdfFile& file, const Element& element, Problems& problems);

/// The value of an attribute; null where there is none.
const Value& attribute_of(const PdfFile& file, const Element& element, std::string_view owner,
                          std::string_view key);

// check_table.cpp

/// A table without holes, cells over each other or ragged rows, whose cells have heads.
void check_table(const PdfFile& file, const Structure& structure, std::size_t table,
                 Problems& problems);

// check_element_trees.cpp

/// Names of elements: each once, all of them in the IDTree.
void check_ids(const PdfFile& file, const Structure& structure, Problems& problems);

/// Marks and links have one element each, which the parent tree names.
void check_parents(const PdfFile& file, const Pages& pages, const Structure& structure,
                   Problems& problems);

}  // namespace broadside::conformance
