#pragma once

#include <optional>
#include <string>
#include <vector>

#include "broadside/imports/origin.hpp"
#include "broadside/imports/table.hpp"
#include "broadside/model/dataset.hpp"

namespace broadside::imports {

/// A hint about a dataset that cannot be brought up to date.
inline constexpr char kStartAnew[] = "start anew: delete it, or name another folder with -o";

struct Updated {
    std::string bytes;
    std::vector<std::string> changes;  // for people, one a line
};

/// The file with the facts of the table. Columns, rows and notes are known by the ids that a first
/// import gives, else by their words; what is new stands where the sheet has it. Title, subtitle,
/// titles of sections, notes and the order of rows follow the sheet where nobody edited them. All
/// else stays as it was written: ids, kinds, notes, comments, the order of keys, and rows and
/// columns that the sheet does not have, which are told. Nothing, where no column is known.
std::optional<Updated> update(const SourceFile& file, const model::Dataset& dataset,
                              const std::optional<Origin>& origin, Table& table,
                              Diagnostics& diagnostics);

}  // namespace broadside::imports
