#pragma once

#include <functional>
#include <vector>

#include "broadside/doc/document.hpp"
#include "broadside/resolve/table.hpp"

namespace broadside::resolve {

/// A table with its rows as columns. Names become the heads of columns, titles of sections those
/// over them, and the head's rows leading columns, in which a spanner stands beside all that it
/// has. Cells keep what they say; those that span what now is head and body are shown in both.
/// `section_heads`: one a section of `table`, empty where that has no title.
doc::Grid transposed(const doc::Grid& grid, const Table& table,
                     const std::vector<doc::Cell>& section_heads);

using MeetNotes = std::function<void(const std::vector<model::Reference>&)>;

/// The notes of such a table, as it is read.
void meet_transposed_notes(const Table& table, const MeetNotes& meet);

}  // namespace broadside::resolve
