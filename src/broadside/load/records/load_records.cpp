#include "broadside/load/records/load_records.hpp"

#include <algorithm>
#include <optional>
#include <string_view>
#include <variant>

#include <fmt/format.h>

#include "broadside/base/limits.hpp"
#include "broadside/base/phrases.hpp"
#include "broadside/load/records/record_fields.hpp"
#include "broadside/unicode/ascii.hpp"
#include "broadside/unicode/characters.hpp"
#include "broadside/unicode/folding.hpp"

namespace broadside::load {

namespace {

/// A name of a file has 255 bytes; this leaves room for what stands around the key.
constexpr std::size_t kMaxKeyBytes = 150;

/// Names that mean devices to Windows, with any extension.
bool is_device(std::string_view key) {
    const std::string name = unicode::in_small_ascii(key.substr(0, key.find('.')));
    for (const std::string_view device : {"con", "prn", "aux", "nul"})
        if (name == device) return true;
    return name.size() == 4 && (name.starts_with("com") || name.starts_with("lpt")) &&
           unicode::is_ascii_digit(name[3]);
}

/// What a key may not be, as a part of a file's name; nothing: it may be.
std::optional<Problem> problem_of_key(std::string_view key) {
    const auto is_control = [](char c) {
        return static_cast<unsigned char>(c) < 0x20 || c == 0x7F;
    };
    const bool is_safe = !key.empty() && key.size() <= kMaxKeyBytes && key.front() != '.' &&
                         key.front() != ' ' && key.back() != ' ' && key.back() != '.' &&
                         key.find_first_of("/\\:*?\"<>|") == key.npos &&
                         std::none_of(key.begin(), key.end(), is_control) && !is_device(key);
    if (is_safe) return std::nullopt;
    return Problem{
        "bad-key",
        fmt::format("expected a key that may be a part of a file's name, got \"{}\"", excerpt(key)),
        {fmt::format("at most {} bytes, without / \\ : * ? \" < > |, without a point or a space at "
                     "an end, and no device of Windows",
                     kMaxKeyBytes)}};
}

}  // namespace

RecordsFile::RecordsFile(std::shared_ptr<const SourceFile> file,
                         std::span<const model::RecordField> fields)
    : fields_(fields), source_(file, fields, problems_) {
    outline_.file = file->name;
    outline_.has_pointers = source_.is_list();
    for (const model::RecordField& field : fields) {
        if (field.is_key) key_field_ = &field;
    }
    const bool is_read =
        source_.walk([this](const WrittenRecord& record) { return add_name(record); });
    first_with_ = {};
    figures_.end(source_.separator() == ',');
    if (!is_read) {
        outline_.names.clear();
        offsets_.clear();
    }
    offsets_.shrink_to_fit();
    outline_.names.shrink_to_fit();
    outline_.columns = source_.columns().columns();
}

/// False: no other one is looked at.
bool RecordsFile::add_name(const WrittenRecord& record) {
    const auto number = static_cast<std::uint32_t>(offsets_.size());
    if (number == limits::kMaxRecords) {
        fail({"too-many",
              fmt::format("expected at most {} records, got more", limits::kMaxRecords),
              {"make several files of them"}},
             number, record.position);
        return false;
    }
    offsets_.push_back(record.offset);
    if (source_.separator()) note_figures(record);
    std::string key = key_of(record);
    if (problem_of_key(key)) key.clear();
    if (!key.empty()) {
        const auto [first, is_new] =
            first_with_.emplace(digest_of(unicode::file_name_key(key)), number);
        if (!is_new) {
            first_of_same_[number] = first->second;
            key.clear();
        }
    }
    outline_.names.add(key, record.position);
    return true;
}

void RecordsFile::note_figures(const WrittenRecord& record) {
    for (const RecordValue& value : record.values) {
        const std::string_view text = unicode::trimmed(value.text);
        if (!value.column || value.problem || text.empty()) continue;
        const std::size_t field = source_.columns().columns()[*value.column].field;
        figures_.note(*value.column, fields_[field].type, text);
    }
}

/// Empty: it has none.
std::string RecordsFile::key_of(const WrittenRecord& record) const {
    if (record.is_broken) return "";
    if (key_field_ == nullptr) return record.name;
    const auto column = source_.columns().base_column(index_of_key());
    for (const RecordValue& value : record.values) {
        if (!column || value.column != column) continue;
        if (value.problem) return "";
        const std::string_view key = unicode::trimmed(value.text);
        if (!key.empty()) return std::string(key);
    }
    return key_field_->fallback ? key_field_->fallback->text : "";
}

void RecordsFile::read(model::Records& records, const std::function<bool(std::size_t)>& is_wanted) {
    for (std::uint32_t number = 0; number < offsets_.size(); ++number) {
        if (!is_wanted(number)) continue;
        auto record =
            typed(source_.at(offsets_[number], outline_.names.position(number), number), number);
        if (record)
            records.records.push_back(*std::move(record));
        else
            records.failed.push_back(number);
    }
    records.records.shrink_to_fit();
}

std::optional<model::Record> RecordsFile::typed(WrittenRecord written, std::uint32_t number) {
    is_wrong_ = false;
    Values values;
    std::vector<bool> is_unread(outline_.columns.size());
    for (RecordValue& value : written.values) {
        const std::optional<std::size_t> column = value.column;
        if (add_value(std::move(value), number, values)) continue;
        if (column)
            is_unread[*column] = true;
        else
            written.is_broken = true;  // it may be any that cannot be read
    }
    if (written.is_broken) return std::nullopt;
    check_required(values, is_unread, number);
    check_key(written.name, values, is_unread, number);
    if (is_wrong_) return std::nullopt;
    return model::Record{number, model::PackedTexts(values)};
}

/// False: it is wrong, and told.
bool RecordsFile::add_value(RecordValue value, std::uint32_t number, Values& values) {
    if (value.problem) {
        fail(*std::move(value.problem), number, value.position);
        return false;
    }
    // Spaces around a value are its file's, and would part it from markup beside it.
    value.text = std::string(unicode::trimmed(value.text));
    if (value.text.empty()) return true;
    const std::size_t column = *value.column;
    const model::RecordField& field = fields_[outline_.columns[column].field];
    auto read = figures_.read(column, field.type, value.text);
    std::optional<Problem> problem;
    if (auto* text = std::get_if<std::string>(&read))
        problem = problem_of(value.text = std::move(*text), field.type);
    else
        problem = std::move(std::get<Problem>(read));
    if (problem) {
        problem->message = fmt::format("{}: {}", field.id, problem->message);
        fail(*std::move(problem), number, value.position);
        return false;
    }
    if (values.size() <= column) values.resize(column + 1);
    values[column] = std::move(value.text);
    return true;
}

const std::string& RecordsFile::base_value(std::size_t field, const Values& values) const {
    static const std::string none;
    const auto column = source_.columns().base_column(field);
    if (column && *column < values.size() && !values[*column].empty()) return values[*column];
    return fields_[field].fallback ? fields_[field].fallback->text : none;
}

bool RecordsFile::is_told(std::size_t field, const std::vector<bool>& is_unread) const {
    const auto column = source_.columns().base_column(field);
    return column && is_unread[*column];
}

void RecordsFile::check_required(const Values& values, const std::vector<bool>& is_unread,
                                 std::uint32_t number) {
    for (std::size_t i = 0; i < fields_.size(); ++i) {
        if (fields_[i].is_required && !is_told(i, is_unread) && base_value(i, values).empty())
            fail({"missing-field", fmt::format("{}: expected a value, got none", fields_[i].id)},
                 number, outline_.names.position(number));
    }
}

void RecordsFile::check_key(const std::string& name, const Values& values,
                            const std::vector<bool>& is_unread, std::uint32_t number) {
    if (!outline_.names.key(number).empty()) return;
    if (key_field_ != nullptr && is_told(index_of_key(), is_unread)) return;
    const TextPosition position = outline_.names.position(number);
    const std::string& key = key_field_ == nullptr ? name : base_value(index_of_key(), values);
    if (key.empty() && key_field_ != nullptr && key_field_->is_required) return;  // told already
    if (auto problem = problem_of_key(key)) return fail(*std::move(problem), number, position);
    const std::uint32_t same = first_of_same_.at(number);
    const std::string_view other = outline_.names.key(same);
    Hints hints;
    if (other != key)
        hints.push_back(fmt::format(
            "\"{}\" and it name one file where systems take both for the same", excerpt(other)));
    fail({"duplicate-key",
          fmt::format("expected a key of its own, and \"{}\" is that of line {} too", excerpt(key),
                      outline_.names.position(same).line),
          std::move(hints)},
         number, position);
}

void RecordsFile::fail(Problem problem, std::uint32_t number, TextPosition position) {
    is_wrong_ = true;
    FilePlace place{outline_.file, outline_.has_pointers ? fmt::format("/{}", number) : "",
                    position};
    problems_.push_back(to_error(std::move(problem)).at(std::move(place)));
}

}  // namespace broadside::load
