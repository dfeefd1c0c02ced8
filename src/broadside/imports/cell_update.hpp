#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "broadside/imports/origin.hpp"
#include "broadside/imports/table.hpp"
#include "broadside/load/syntax/json_edit.hpp"
#include "broadside/load/syntax/json_tree.hpp"
#include "broadside/model/dataset.hpp"

namespace broadside::imports {

/// A cell of a dataset in its file.
struct KnownCell {
    std::string_view json;  // of the whole file
    const load::JsonValue& value;
    const model::Dataset& dataset;
    model::ColumnKind kind;
};

/// What the sheet says of it.
struct ToldCell {
    Facts facts;
    std::vector<std::string> notes;
    std::string place;                // see `place_of`
    std::optional<Facts> spans = {};  // that it is to have; nothing: those that it has
    // The same of its names, as a list, and of its level, which is empty where it is to have none.
    std::optional<std::string> names = {}, level = {};
};

struct CellChange {
    std::optional<std::string> words = {};  // the change, for people; nothing: there is none
    // What stays, though an earlier sheet may have brought it, and this one does not have it.
    bool has_doubtful_notes = false, has_doubtful_link = false;
};

/// Makes the cell say what the sheet says, where it says another thing; and have the notes and the
/// link that it has there. What an earlier sheet brought of these goes, a person's own stay, as
/// does what else stands in it.
CellChange update_cell(const KnownCell& cell, const ToldCell& told,
                       const std::optional<Origin>& origin, std::vector<load::Splice>& splices);

/// `rowspan` and `colspan` that a cell has.
Facts spans_in(const load::JsonValue& cell);

/// What takes a cell out of its row that an earlier sheet brought, and that is as it was; nothing:
/// it stays.
std::optional<load::Splice> removal_of(const KnownCell& cell, const load::JsonValue& row,
                                       const std::string& place,
                                       const std::optional<Origin>& origin);

}  // namespace broadside::imports
