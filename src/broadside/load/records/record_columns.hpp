#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "broadside/base/did_you_mean.hpp"
#include "broadside/model/record_file.hpp"
#include "broadside/model/records.hpp"

namespace broadside::load {

/// Which columns a file of records has, as they are met, and what they are called there.
class RecordColumns {
public:
    /// The fields and the problems outlive the columns.
    RecordColumns(std::span<const model::RecordField> fields, Diagnostics& problems);

    /// Which column a name stands for; nothing, with a warning the first time: for none.
    std::optional<std::size_t> column_of(std::string_view name, const FilePlace& place);

    /// An error for each field that each record says, and that has no column.
    bool has_required(const FilePlace& place);

    const std::vector<model::RecordColumn>& columns() const { return columns_; }

    /// The column of what a field says in languages without one of their own.
    std::optional<std::size_t> base_column(std::size_t field) const { return base_[field]; }

private:
    std::span<const model::RecordField> fields_;
    Diagnostics& problems_;
    std::vector<model::RecordColumn> columns_;
    std::map<std::string, std::optional<std::size_t>, std::less<>> known_;  // by name
    std::vector<std::optional<std::size_t>> base_;                          // by field
    Guesses guesses_;
    std::size_t unknown_ = 0;
};

}  // namespace broadside::load
