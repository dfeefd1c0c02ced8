#pragma once

#include "broadside/doc/document.hpp"
#include "broadside/model/project.hpp"
#include "broadside/resolve/footnotes.hpp"
#include "broadside/resolve/legend.hpp"
#include "broadside/resolve/table.hpp"

namespace broadside::resolve {

/// Sets a table: one header row, or two under spanners; then, section by section, the section's
/// title and its rows. Column, group, row and section titles carry their header scope. `explained`:
/// by the legends of the page.
doc::Grid build_grid(const model::Project& project, const Table& table, const Footnotes& footnotes,
                     const ExplainedValues& explained);

}  // namespace broadside::resolve
