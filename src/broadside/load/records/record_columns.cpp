#include "broadside/load/records/record_source.hpp"

#include <algorithm>
#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "broadside/base/contains.hpp"
#include "broadside/base/limits.hpp"
#include "broadside/base/phrases.hpp"
#include "broadside/unicode/language_tag.hpp"

namespace broadside::load {

namespace {

std::vector<std::string> ids_of(std::span<const model::RecordField> fields) {
    std::vector<std::string> ids;
    for (const model::RecordField& field : fields) ids.push_back(field.id);
    return ids;
}

}  // namespace

RecordColumns::RecordColumns(std::span<const model::RecordField> fields, Diagnostics& problems)
    : fields_(fields), problems_(problems), base_(fields.size()), guesses_(ids_of(fields)) {}

std::optional<std::size_t> RecordColumns::column_of(std::string_view name, const FilePlace& place) {
    if (const auto known = known_.find(name); known != known_.end()) return known->second;
    const std::size_t at = std::min(name.find('@'), name.size());
    const std::string_view id = name.substr(0, at);
    const model::RecordField* field = find_by_id(fields_, id);
    const std::string language =
        at == name.size() ? "" : unicode::canonical_tag(std::string(name.substr(at + 1)));
    std::optional<std::size_t> column;
    if (field == nullptr) {
        // Nobody reads more of them, and a file may have as many names as records.
        if (++unknown_ > limits::kMaxDiagnostics) return std::nullopt;
        Hints hints = did_you_mean(guesses_.next(id));
        if (hints.empty()) hints = {fmt::format("fields: {}", fmt::join(ids_of(fields_), ", "))};
        problems_.push_back(
            warning(
                "unknown-field",
                fmt::format("the dataset has no field \"{}\", and it is left out", excerpt(name)),
                std::move(hints))
                .at(place));
    } else if (at < name.size() && !unicode::is_language_tag(language)) {
        problems_.push_back(error("bad-language", fmt::format("expected a language behind @, got "
                                                              "\"{}\"",
                                                              excerpt(name)))
                                .at(place));
    } else {
        column = columns_.size();
        const auto index = static_cast<std::size_t>(field - fields_.data());
        columns_.push_back({index, language});
        if (language.empty()) base_[index] = column;
    }
    known_.emplace(name, column);
    return column;
}

bool RecordColumns::has_required(const FilePlace& place) {
    bool has_all = true;
    for (std::size_t i = 0; i < fields_.size(); ++i) {
        const model::RecordField& field = fields_[i];
        if ((!field.is_required && !field.is_key) || field.fallback || base_[i]) continue;
        problems_.push_back(
            error("missing-field", fmt::format("expected a column \"{}\", got none", field.id))
                .at(place));
        has_all = false;
    }
    return has_all;
}

}  // namespace broadside::load
