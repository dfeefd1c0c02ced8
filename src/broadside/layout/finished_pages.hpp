#pragma once

#include <vector>

#include "broadside/base/diagnostic.hpp"
#include "broadside/doc/document.hpp"
#include "broadside/layout/typesetter.hpp"
#include "broadside/placed/document.hpp"

/// What is done last with pages on which everything has its place, and what is told of them.
namespace broadside::layout {

/// Turns a page laid out from left to right into a right-to-left one: every box changes sides, no
/// glyph changes inside its line. Done once, at the end: before it, boxes stand as from left to
/// right. What is no box, as the order of runs in a line, asks for the direction itself.
void mirror(placed::Page& page);

/// The smallest size of type on the pages, marks of notes, imprint and page numbers excepted; 0
/// when there is no text.
Pt smallest_type(const std::vector<placed::Page>& pages);

/// Warns of QR codes whose modules are smaller at `setting` than telephones can tell apart in
/// print.
Diagnostics small_codes(const doc::Document& document, const Setting& setting);

/// Sets the rules under header cells that stand over several columns, of a document that runs from
/// left to right: as wide as the content of their columns may be; where the first of these has more
/// white space before what it holds on any page than behind it, as one of figures may have, from
/// there on. Their titles stand over the rules as they stood over the columns. Guides stand in the
/// middle between them, where that is white on every page.
void set_spanner_rules(std::vector<placed::Page>& pages);

}  // namespace broadside::layout
