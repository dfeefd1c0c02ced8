#pragma once

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "broadside/imports/table.hpp"

namespace broadside::imports {

/// "1", "12" or "a": what marks of lists are, and signs are not.
bool is_key(std::string_view mark);

/// A note as it stands below a table: "[1] Cash only", "* Cash only", "¹ Cash only".
std::optional<Note> marked_note(std::string_view line);

/// Takes the marks of `notes` from the end of a text, and says whose they are, in reading order.
/// Those without a mark come last.
std::vector<std::size_t> take_marks(std::string& text, const std::vector<Note>& notes);

/// What calls notes whether there are any or not, at the end of a text: `[12]` and `[b]`, or a key
/// above the line that is no power, length or ordinal.
std::vector<std::string_view> calls_in(std::string_view text);

/// The key of a call that stands above the line; empty: it stands on it.
std::string raised_key(std::string_view call);

/// A note whose mark stands on the line, and nothing behind it: "a Cox model". It may be a word as
/// well, so that whoever asks knows of a call of each of these keys.
std::optional<Note> plain_note(std::string_view line, const std::set<std::string>& called);

}  // namespace broadside::imports
