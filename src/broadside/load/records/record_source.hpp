#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "broadside/base/delimited_text.hpp"
#include "broadside/base/did_you_mean.hpp"
#include "broadside/load/syntax/json_tree.hpp"
#include "broadside/load/syntax/node.hpp"
#include "broadside/load/syntax/report.hpp"
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

/// What a record says in a column; with a problem: what is wrong in the place of it.
struct RecordValue {
    std::optional<std::size_t> column;
    std::string text;
    TextPosition position;
    std::optional<Problem> problem = {};
};

/// A record as its file has it, before anybody looks at the types of its values.
struct WrittenRecord {
    std::string name;  // its key where no field is one
    TextPosition position;
    std::uint32_t offset = 0;              // in the text, for `RecordSource::at`
    bool is_broken = false;                // so that nothing is known of its values
    std::vector<RecordValue> values = {};  // in the order of the file
};

enum class RecordSyntax { Delimited, Lines, List };

/// By the file's name or, where that tells nothing, by its first character.
RecordSyntax syntax_of_records(std::string_view name, std::string_view text);

/// A file of records, whatever its syntax: walked once from its start, and then asked for single
/// ones. No more than one of them is in memory as values, but where the file is YAML.
class RecordSource {
public:
    /// The fields and the problems outlive the source, which stays where it is.
    RecordSource(std::shared_ptr<const SourceFile> file, std::span<const model::RecordField> fields,
                 Diagnostics& problems);

    /// Hands on one record after the other, as long as it is answered with true. What is wrong with
    /// the file itself is added to the problems, and leaves no record: false.
    bool walk(const std::function<bool(WrittenRecord)>& take);

    /// The same record again. `offset`, `position`: as `walk` told them; `number`: in its order.
    WrittenRecord at(std::uint32_t offset, TextPosition position, std::size_t number);

    bool is_list() const { return syntax_ == RecordSyntax::List; }

    /// Of delimited text, once it was walked: what stands between its values.
    std::optional<char> separator() const {
        return lines_ ? std::optional(lines_->separator()) : std::nullopt;
    }
    const RecordColumns& columns() const { return columns_; }

private:
    using Take = std::function<bool(WrittenRecord)>;

    FilePlace place_of(TextPosition position) const { return {file_->name, "", position}; }
    void fail(Problem problem, TextPosition position);
    bool fail_file(Problem problem);

    bool read_header(const DelimitedLine& line);
    bool walk_lines_of_values(const Take& take);
    WrittenRecord record_of(DelimitedLine line) const;

    bool walk_lines(const Take& take);
    WrittenRecord record_in(std::string_view object, TextPosition position);

    bool walk_list(const Take& take);
    std::string_view item_at(std::size_t offset) const;
    WrittenRecord record_of(const JsonValue& item, const std::string& name, TextPosition position);

    template <typename Locate>
    void add_members(const Node& object, WrittenRecord& record, Locate locate);

    std::shared_ptr<const SourceFile> file_;
    std::string_view text_;
    Diagnostics& problems_;
    RecordColumns columns_;
    RecordSyntax syntax_;
    std::optional<DelimitedText> lines_;                    // of values
    std::vector<std::optional<std::size_t>> column_order_;  // in these lines
    std::optional<JsonTree> tree_;                          // of YAML
};

}  // namespace broadside::load
