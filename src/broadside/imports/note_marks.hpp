#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "broadside/imports/table.hpp"

namespace broadside::imports {

/// A note as it stands below a table: "[1] Cash only", "* Cash only", "¹ Cash only".
std::optional<Note> marked_note(std::string_view line);

/// Takes the marks of `notes` from the end of a text, and says whose they are, in reading order.
/// Those without a mark come last.
std::vector<std::size_t> take_marks(std::string& text, const std::vector<Note>& notes);

/// `[12]` behind words, which calls a note whether there is one or not; empty: there is none.
std::string_view numbered_call(std::string_view text);

}  // namespace broadside::imports
