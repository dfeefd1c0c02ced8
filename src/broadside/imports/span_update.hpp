#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "broadside/imports/matches.hpp"
#include "broadside/imports/origin.hpp"
#include "broadside/imports/table.hpp"
#include "broadside/load/syntax/json_tree.hpp"
#include "broadside/model/dataset.hpp"

namespace broadside::imports {

/// A cell of a section of the sheet that the dataset has.
struct SpanPlace {
    const Table& table;
    const Section& section;
    std::size_t row, column;
    const std::vector<const KnownRow*>& known;  // the section's rows in the dataset; null: new
    const Matches& matches;
    const std::optional<Origin>& origin;
    std::string_view json;  // of the dataset
    const model::Dataset& dataset;
};

struct SpansNow {
    std::optional<Facts> spans = {};  // nothing: those that it has
    bool is_left = false;             // the dataset has something where the sheet's would be
};

/// The spans that a cell has once the sheet was read again: those of the sheet, where an earlier
/// one brought the old ones, or where it has something below them. A person's own stay.
SpansNow spans_now(const SpanPlace& place, const load::JsonValue& cell);

}  // namespace broadside::imports
