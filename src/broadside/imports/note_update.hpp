#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "broadside/imports/origin.hpp"
#include "broadside/load/syntax/json_edit.hpp"
#include "broadside/load/syntax/json_tree.hpp"
#include "broadside/model/dataset.hpp"

namespace broadside::imports {

/// By a note's id, the cells and heads that have its mark.
using NoteUses = std::map<std::string, std::set<std::string>>;

NoteUses uses_in(const model::Dataset& dataset);
NoteUses uses_in(const Table& table);

/// Notes by the places of their marks, in the dataset and in the sheet that it came from.
class NotesByPlace {
public:
    using Free = std::map<std::string, std::size_t>;

    /// `free` and `origin` outlive it.
    NotesByPlace(const NoteUses& uses, const Free& free, const std::optional<Origin>& origin);

    /// The first that has its mark at one of them, and is still free; empty: none has.
    std::string first_free(const std::set<std::string>& places);

private:
    void add_earlier(const std::string& place, std::set<std::string>& ids) const;

    const Free& free_;
    const std::optional<Origin>& origin_;
    std::map<std::string, std::string> by_digest_;
    std::map<std::string, std::set<std::string>> ids_;
    std::set<std::string> known_places_;  // with those of the earlier sheet
};

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
