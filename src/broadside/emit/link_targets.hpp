#pragma once

#include <cstddef>
#include <map>
#include <span>
#include <string>
#include <string_view>

#include "broadside/scene/scene.hpp"

namespace broadside::emit {

/// Counted from 0.
struct NotePages {
    std::size_t note = 0;        // where it is listed
    std::size_t first_mark = 0;  // where the first run stands that calls it
};

/// The notes of these pages that are both listed and called: the only ones that a link may name,
/// because a link to nothing is an error in PDF and a trap for the reader everywhere.
std::map<NoteId, NotePages> called_notes(std::span<const scene::Page> pages);

/// "note-" and the note's id as a plain name, with `-` and `.`.
std::string note_anchor(const NoteId& note);

/// The same for the note's first mark, after "mark-".
std::string mark_anchor(const NoteId& note);

/// The same for a row of a table, after "row-".
std::string row_anchor(std::string_view id);

}  // namespace broadside::emit
