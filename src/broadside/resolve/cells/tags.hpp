#pragma once

#include "broadside/resolve/cells/cell_kind.hpp"

namespace broadside::resolve {

/// Sets short words in boxes behind the first line of text of a cell or, where it has none, on a
/// line of their own, before the marks of its notes. No line ends inside one.
void add_tags(CellContent& content, const CellSource& source);

}  // namespace broadside::resolve
