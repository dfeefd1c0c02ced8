#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

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

/// Makes the cell say what the sheet says, where it says another thing; and have the notes that it
/// has there, besides its own. What else stands in it stays. Returns the change, for people.
std::optional<std::string> update_cell(const KnownCell& cell, const Facts& facts,
                                       const std::vector<std::string>& notes,
                                       std::vector<load::Splice>& splices);

}  // namespace broadside::imports
