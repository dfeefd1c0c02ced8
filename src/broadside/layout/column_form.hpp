#pragma once

#include "broadside/doc/document.hpp"
#include "broadside/layout/table_demands.hpp"
#include "broadside/layout/typesetter.hpp"

namespace broadside::layout {

/// The form of a table's columns in this width: heads in full where they fit, and neighbours even
/// where it breaks no line. It is decided for the table's natural type.
ColumnForm choose_form(const doc::Table& table, Pt width, Typesetter& typesetter);

}  // namespace broadside::layout
