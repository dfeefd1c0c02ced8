#pragma once

#include <vector>

#include "broadside/imports/json_additions.hpp"
#include "broadside/imports/matches.hpp"

namespace broadside::imports {

/// Adds the values that the table has and the dataset's vocabularies have not to its file, whose
/// root that is. New columns know the values of the vocabulary that they share with others then.
void add_values(Table& table, const model::Dataset& dataset, const Matches& matches,
                const load::JsonValue& root, JsonAdditions& additions,
                std::vector<load::Splice>& splices);

}  // namespace broadside::imports
