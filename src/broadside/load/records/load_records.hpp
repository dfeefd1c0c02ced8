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
#include <unordered_map>
#include <utility>
#include <variant>
#include <vector>

#include "broadside/base/content_hash.hpp"
#include "broadside/base/diagnostic.hpp"
#include "broadside/base/source_place.hpp"
#include "broadside/load/records/record_source.hpp"
#include "broadside/load/syntax/report.hpp"
#include "broadside/load/typed_figures.hpp"
#include "broadside/model/record_file.hpp"
#include "broadside/model/records.hpp"

namespace broadside::load {

/// Numbers and dates of delimited text as spreadsheets write them in their countries: "1.234,50",
/// "31.12.2020". What `.` and `,` mean, and which part of a date is the day, is told by the values
/// that can be read in one way alone.
class RecordFigures {
public:
    /// All values are noted before any is read; `text` is not empty.
    void note(std::size_t column, model::FieldType type, std::string_view text);

    /// `parts_at_commas`: the file's own separator is one, as where numbers have points.
    void end(bool parts_at_commas);

    /// As datasets have it, or the same text where it is neither; a problem where it may be two.
    std::variant<std::string, Problem> read(std::size_t column, model::FieldType type,
                                            std::string_view text) const;

private:
    struct Column {
        DecimalEvidence decimals;
        bool has_day_first = false, has_month_first = false;
    };

    std::variant<std::string, Problem> read_number(const Column& column,
                                                   std::string_view text) const;
    static std::variant<std::string, Problem> read_date(const Column& column,
                                                        std::string_view text);

    std::vector<Column> columns_;
    std::optional<char> usual_;  // decimal sign of columns that do not tell
    bool parts_at_commas_ = false;
};

/// A file of records: delimited text with a line of names (`.csv`, `.tsv`), one JSON object a line
/// (`.ndjson`, `.jsonl`), or a list of objects (`.json`, `.yaml`); where its name does not say
/// which, its first character does. A column or key is a field's id, or `id@language`.
///
/// It is read twice: once for who its records are, and then for what they say, as many of them as
/// somebody wants.
class RecordsFile {
public:
    /// Reads the columns, and who the records are. What is wrong with the file itself leaves no
    /// record. The fields outlive the object.
    RecordsFile(std::shared_ptr<const SourceFile> file, std::span<const model::RecordField> fields);
    RecordsFile(const RecordsFile&) = delete;
    RecordsFile& operator=(const RecordsFile&) = delete;

    /// The file without values.
    const model::Records& outline() const { return outline_; }

    /// What those records say of which `is_wanted` tells, by their numbers. One with errors is left
    /// out, and the others are read; each problem has its line.
    void read(model::Records& records, const std::function<bool(std::size_t)>& is_wanted);

    /// Of the file, and of the records that were read since the last call.
    Diagnostics take_problems() { return std::exchange(problems_, {}); }

private:
    using Values = std::vector<std::string>;  // by column

    bool add_name(const WrittenRecord& record);
    void note_figures(const WrittenRecord& record);
    /// In the fields, of which one is the key.
    std::size_t index_of_key() const {
        return static_cast<std::size_t>(key_field_ - fields_.data());
    }
    std::string key_of(const WrittenRecord& record) const;
    std::optional<model::Record> typed(WrittenRecord written, std::uint32_t number);
    bool add_value(RecordValue value, std::uint32_t number, Values& values);
    /// Whether what a field says is already known to be wrong. `is_unread`: by column.
    bool is_told(std::size_t field, const std::vector<bool>& is_unread) const;
    void check_required(const Values& values, const std::vector<bool>& is_unread,
                        std::uint32_t number);
    void check_key(const std::string& name, const Values& values,
                   const std::vector<bool>& is_unread, std::uint32_t number);
    const std::string& base_value(std::size_t field, const Values& values) const;
    void fail(Problem problem, std::uint32_t number, TextPosition position);

    std::span<const model::RecordField> fields_;
    Diagnostics problems_;
    RecordSource source_;
    RecordFigures figures_;  // of delimited text
    model::Records outline_;
    std::vector<std::uint32_t> offsets_;                                // by number
    std::unordered_map<Digest, std::uint32_t, DigestHash> first_with_;  // by key
    std::map<std::uint32_t, std::uint32_t> first_of_same_;              // by number
    const model::RecordField* key_field_ = nullptr;
    bool is_wrong_ = false;  // the record that is being read
};

}  // namespace broadside::load
