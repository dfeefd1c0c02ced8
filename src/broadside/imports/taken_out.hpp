#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "broadside/imports/origin.hpp"
#include "broadside/imports/table.hpp"

namespace broadside::imports {

/// Rows, columns and notes that the sheet had when it was imported before, and that a person took
/// out of the dataset since: they stay out.
class TakenOut {
public:
    /// Both outlive it.
    TakenOut(const Table& table, const std::optional<Origin>& origin);

    /// Of what the dataset does not have: whether it is one of them, from now on.
    bool take(const Row& row);
    bool take(const Column& column);
    bool take(const Note& note);

    void tell(const std::string& file, Diagnostics& diagnostics) const;

private:
    bool was_said(const Row& row, std::size_t column) const;

    const Table& table_;
    const std::optional<Origin>& origin_;
    std::optional<std::size_t> names_;          // the column of names
    std::map<std::string, std::size_t> count_;  // rows by their names
    std::map<std::string, std::size_t> heads_;  // columns by their titles
    std::vector<std::string> rows_, columns_;   // ids
    std::vector<std::string> notes_;            // what they say
};

}  // namespace broadside::imports
