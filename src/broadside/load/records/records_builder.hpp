#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "broadside/base/did_you_mean.hpp"
#include "broadside/load/syntax/report.hpp"
#include "broadside/model/records.hpp"

namespace broadside::load {

/// Makes records of values under names, whatever syntax these come in, and tells what is wrong with
/// them.
class RecordsBuilder {
public:
    RecordsBuilder(std::string file, std::span<const model::RecordField> fields,
                   std::vector<Diagnostic>& problems);

    /// Which column a name stands for; nothing, with a warning the first time: for none.
    std::optional<std::size_t> column_of(std::string_view name, const FilePlace& place);

    /// An error for each field that each record says, and that has no column.
    bool has_required_columns(const FilePlace& place);

    /// The next record: `name` is its key where no field is one.
    void begin(std::string name, FilePlace place);
    void add(std::size_t column, std::string value, const FilePlace& place);
    void fail(Problem problem, const FilePlace& place);
    void end();

    model::Records take() && {
        records_.records.shrink_to_fit();
        return std::move(records_);
    }

private:
    const std::string& base_value(std::size_t field) const;
    void check_required();
    void check_key();

    std::span<const model::RecordField> fields_;
    std::vector<Diagnostic>& problems_;
    model::Records records_;
    std::map<std::string, std::optional<std::size_t>, std::less<>> columns_;  // by name
    std::vector<std::optional<std::size_t>> base_columns_;                    // by field
    std::map<std::string, std::size_t> lines_;                                // by key
    Guesses guesses_;
    std::size_t unknown_ = 0;

    model::Record record_;             // that is being read
    std::vector<std::string> values_;  // of it, by column
    FilePlace place_;
    bool is_wrong_ = false;
};

/// What a key may not be, as a part of a file's name; nothing: it may be.
std::optional<Problem> problem_of_key(std::string_view key);

}  // namespace broadside::load
