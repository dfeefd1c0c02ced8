#pragma once

#include <string>
#include <string_view>

#include "broadside/doc/document.hpp"

/// Text that reads the other way keeps its own order and disturbs nothing around it: it stands
/// between isolates (Unicode Bidirectional Algorithm, 2.4). Text of the document's direction is
/// left as it is, and so is a text that has both: its sentence follows the document.
namespace broadside::resolve {

/// One of several texts in a row, as a name among names or a mark among marks. Anything in it that
/// could pull its neighbours along is enough to isolate it.
std::string isolated_part(std::string text, Direction document);

/// An address that is printed by itself. Its parts stand from left to right whatever letters they
/// have (RFC 3987, section 4.1), each isolated that has letters which run the other way: no part
/// reaches over the sign before or behind it.
std::string isolated_address(std::string_view address, Direction document);

/// Isolates every line, up to the marks of its notes, that only has words of the other direction;
/// what is isolated already counts as no word. In a right-to-left line that has words of both, it
/// isolates the names and addresses that would not read well otherwise; in one of figures with
/// units or relations, and in ranges, what keeps its own order (`embedded_names.hpp`).
void isolate_foreign_lines(doc::Document& document);

}  // namespace broadside::resolve
