#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "broadside/imports/origin.hpp"
#include "broadside/load/syntax/json_edit.hpp"
#include "broadside/load/syntax/json_tree.hpp"

namespace broadside::imports {

/// The notes that a cell or head has once the sheet was read again.
struct NotesNow {
    std::vector<std::string> ids;
    bool is_changed = false;
    bool has_doubtful = false;  // one may be the sheet's, which has it no longer, and stays
};

/// `old`: the list of ids in the dataset; null: none. Those of the sheet are added; those that an
/// earlier sheet brought, and this one does not have, go; those of a person stay.
NotesNow notes_now(const load::JsonValue* old, const std::vector<std::string>& told,
                   const std::optional<Origin>& origin, const std::string& place);

/// The same of an object that has a member "notes", a column or section; `behind`: the end of the
/// member that a new one follows.
NotesNow update_notes(std::string_view json, const load::JsonValue& object, std::size_t behind,
                      const std::vector<std::string>& told, const std::optional<Origin>& origin,
                      const std::string& place, std::vector<load::Splice>& splices);

}  // namespace broadside::imports
