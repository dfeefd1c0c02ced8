#pragma once

#include <optional>
#include <string>
#include <vector>

#include "broadside/imports/origin.hpp"
#include "broadside/imports/table.hpp"
#include "broadside/model/dataset.hpp"

namespace broadside::imports {

/// A dataset's file whose rows stand where the sheet has them.
struct OrderedRows {
    std::optional<std::string> bytes;  // nothing: they stand there, or stay where they are
    std::vector<std::string> changes;  // for people, one a line
};

/// Rows of a list follow a new order of the sheet where nobody gave them one by hand since, which
/// `origin` tells; each takes its comments along, and rows of one's own that stand behind it. A row
/// that sums others up, and was imported as one of them, goes to its section's summary. Rows with
/// merged cells move with those that they span, and stay where the sheet has these elsewhere, which
/// is told.
OrderedRows rows_in_order(const SourceFile& file, const model::Dataset& dataset, const Table& table,
                          const std::optional<Origin>& origin);

}  // namespace broadside::imports
