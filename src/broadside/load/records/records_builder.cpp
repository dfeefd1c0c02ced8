#include "broadside/load/records/records_builder.hpp"

#include <algorithm>
#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "broadside/base/excerpt.hpp"
#include "broadside/base/limits.hpp"
#include "broadside/load/records/record_fields.hpp"
#include "broadside/unicode/ascii.hpp"
#include "broadside/unicode/characters.hpp"
#include "broadside/unicode/language_tag.hpp"

namespace broadside::load {

namespace {

/// A name of a file has 255 bytes; this leaves room for what stands around the key.
constexpr std::size_t kMaxKeyBytes = 150;

std::vector<std::string> ids_of(std::span<const model::RecordField> fields) {
    std::vector<std::string> ids;
    for (const model::RecordField& field : fields) ids.push_back(field.id);
    return ids;
}

/// Names that mean devices to Windows, with any extension.
bool is_device(std::string_view key) {
    const std::string name = unicode::in_small_ascii(key.substr(0, key.find('.')));
    for (const std::string_view device : {"con", "prn", "aux", "nul"})
        if (name == device) return true;
    return name.size() == 4 && (name.starts_with("com") || name.starts_with("lpt")) &&
           unicode::is_ascii_digit(name[3]);
}

}  // namespace

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
        fmt::format("expected a key that may be a part of a file's name, got \"{}\"",
                    excerpt(key, kMostQuoted)),
        {fmt::format("at most {} bytes, without / \\ : * ? \" < > |, without a point or a space at "
                     "an end, and no device of Windows",
                     kMaxKeyBytes)}};
}

RecordsBuilder::RecordsBuilder(std::string file, std::span<const model::RecordField> fields,
                               std::vector<Diagnostic>& problems)
    : fields_(fields), problems_(problems), base_columns_(fields.size()), guesses_(ids_of(fields)) {
    records_.file = std::move(file);
}

std::optional<std::size_t> RecordsBuilder::column_of(std::string_view name,
                                                     const FilePlace& place) {
    if (const auto known = columns_.find(name); known != columns_.end()) return known->second;
    const std::size_t at = std::min(name.find('@'), name.size());
    const std::string_view id = name.substr(0, at);
    const auto field =
        std::find_if(fields_.begin(), fields_.end(),
                     [id](const model::RecordField& known) { return known.id == id; });
    const std::string language =
        at == name.size() ? "" : unicode::canonical_tag(std::string(name.substr(at + 1)));
    std::optional<std::size_t> column;
    if (field == fields_.end()) {
        // Nobody reads more of them, and a file may have as many names as records.
        if (++unknown_ > limits::kMaxDiagnostics) return std::nullopt;
        Hints hints = did_you_mean(guesses_.next(id));
        if (hints.empty()) hints = {fmt::format("fields: {}", fmt::join(ids_of(fields_), ", "))};
        problems_.push_back(
            warning("unknown-field",
                    fmt::format("the dataset has no field \"{}\", and it is left out",
                                excerpt(name, kMostQuoted)),
                    std::move(hints))
                .at(place));
    } else if (at < name.size() && !unicode::is_language_tag(language)) {
        problems_.push_back(error("bad-language", fmt::format("expected a language behind @, got "
                                                              "\"{}\"",
                                                              excerpt(name, kMostQuoted)))
                                .at(place));
    } else {
        column = records_.columns.size();
        const auto index = static_cast<std::size_t>(field - fields_.begin());
        records_.columns.push_back({index, language});
        if (language.empty()) base_columns_[index] = column;
    }
    columns_.emplace(name, column);
    return column;
}

bool RecordsBuilder::has_required_columns(const FilePlace& place) {
    bool has_all = true;
    for (std::size_t i = 0; i < fields_.size(); ++i) {
        const model::RecordField& field = fields_[i];
        if ((!field.is_required && !field.is_key) || field.fallback || base_columns_[i]) continue;
        problems_.push_back(
            error("missing-field", fmt::format("expected a column \"{}\", got none", field.id))
                .at(place));
        has_all = false;
    }
    return has_all;
}

void RecordsBuilder::begin(std::string name, FilePlace place) {
    record_ = {std::move(name), place.pointer, place.position, {}};
    values_.clear();
    place_ = std::move(place);
    is_wrong_ = false;
}

void RecordsBuilder::fail(Problem problem, const FilePlace& place) {
    is_wrong_ = true;
    problems_.push_back(
        error(std::move(problem.code), std::move(problem.message), std::move(problem.hints))
            .at(place));
}

void RecordsBuilder::add(std::size_t column, std::string value, const FilePlace& place) {
    // Spaces around a value are its file's, and would part it from markup beside it.
    value = std::string(unicode::trimmed(value));
    if (value.empty()) return;
    const model::RecordField& field = fields_[records_.columns[column].field];
    if (auto problem = problem_of(value, field.type)) {
        problem->message = fmt::format("{}: {}", field.id, problem->message);
        return fail(*std::move(problem), place);
    }
    if (values_.size() <= column) values_.resize(column + 1);
    values_[column] = std::move(value);
}

const std::string& RecordsBuilder::base_value(std::size_t field) const {
    static const std::string none;
    const auto column = base_columns_[field];
    if (column && *column < values_.size() && !values_[*column].empty()) return values_[*column];
    return fields_[field].fallback ? *fields_[field].fallback : none;
}

void RecordsBuilder::check_required() {
    for (std::size_t i = 0; i < fields_.size(); ++i) {
        if (fields_[i].is_required && base_value(i).empty())
            fail({"missing-field", fmt::format("{}: expected a value, got none", fields_[i].id)},
                 place_);
    }
}

void RecordsBuilder::check_key() {
    for (std::size_t i = 0; i < fields_.size(); ++i) {
        if (fields_[i].is_key) record_.key = base_value(i);
    }
    if (auto problem = problem_of_key(record_.key)) return fail(*std::move(problem), place_);
    const std::size_t line = place_.position.line;
    const auto [first, is_new] = lines_.emplace(record_.key, line);
    if (is_new) return;
    fail({"duplicate-key",
          fmt::format("expected a key of its own, and \"{}\" is that of line {} too",
                      excerpt(record_.key, kMostQuoted), first->second)},
         place_);
}

void RecordsBuilder::end() {
    // Its key may be what cannot be read.
    if (!is_wrong_) check_required();
    if (!is_wrong_) check_key();
    if (!is_wrong_ && records_.records.size() >= limits::kMaxRecords)
        fail({"too-many",
              fmt::format("expected at most {} records, got more", limits::kMaxRecords),
              {"make several files of them"}},
             place_);
    if (is_wrong_) {
        records_.failed.push_back(fmt::format("{}:{}", records_.file, place_.position.line));
    } else {
        record_.values = model::PackedTexts(values_);
        records_.records.push_back(std::move(record_));
    }
}

}  // namespace broadside::load
