#include <algorithm>

#include <fmt/format.h>

#include "broadside/imports/codes.hpp"
#include "broadside/imports/matches.hpp"
#include "broadside/load/cell_content.hpp"
#include "broadside/load/syntax/json_edit.hpp"

/// What has neither the id nor the words of the sheet any more, for a person changed both: its
/// cells still say what the sheet said there when it was imported before.
namespace broadside::imports {

using load::JsonMember;
using load::JsonType;
using load::JsonValue;

namespace {

/// What a cell of the dataset says, in the form of facts of a sheet.
Facts facts_of_cell(const JsonValue& cell, model::ColumnKind kind) {
    const auto written = [](const JsonValue& value) {
        return value.type == JsonType::String ? load::json_string(value.text)
                                              : std::string(value.text);
    };
    const bool is_word = kind == model::ColumnKind::Number && cell.type == JsonType::String;
    if (cell.type != JsonType::Object)
        return {{is_word ? "text" : std::string(load::bare_key(kind)), written(cell)}};
    Facts facts;
    for (const JsonMember& member : cell.members) {
        if (member.key != "notes" && member.key != "rowspan" && member.key != "colspan")
            facts.emplace_back(member.key, written(member.value));
    }
    return facts;
}

struct Count {
    std::size_t same = 0, all = 0;

    void add(const JsonValue& cell, model::ColumnKind kind, const std::string& place,
             const Origin& origin) {
        ++all;
        same += origin.cells.count(digest_of_cell(place, facts_of_cell(cell, kind)));
    }
    bool tells() const { return same > 1 && is_most(same, all); }
};

}  // namespace

void Matches::find_columns_changed_by_hand(const JsonValue& sections,
                                           const std::optional<Origin>& origin) {
    if (!origin || origin->cells.empty()) return;
    std::set<std::size_t> taken(places_.begin(), places_.end());
    // Each is compared with each, row by row.
    constexpr std::size_t kMostPairs = 1000;
    std::size_t pairs = 0;
    for (std::size_t i = 0; i < places_.size(); ++i) {
        const Column& column = table_.columns[i];
        const std::string head = digest_of_name(load::json_string(column.title));
        if (places_[i] != kNone || origin->words.count(head) == 0) continue;
        for (std::size_t k = 0; k < dataset_.columns.size() && places_[i] == kNone; ++k) {
            const model::Column& known = dataset_.columns[k];
            if (taken.count(k) > 0 || ++pairs > kMostPairs) continue;
            Count count;
            for (const JsonMember& section : sections.members) {
                for (const JsonMember& row : section.value.find("rows")->value.members) {
                    const JsonMember* cell = row.value.find(known.id);
                    if (cell == nullptr) continue;
                    const std::string_view id = row.value.find("id")->value.text;
                    count.add(cell->value, known.kind, fmt::format("{}/{}", id, column.own_id),
                              *origin);
                }
            }
            if (!count.tells()) continue;
            places_[i] = k;
            taken.insert(k);
            adopt(table_.columns[i], known, origin);
            tell_decimal(i);
        }
    }
}

bool Matches::is_changed_by_hand(const Row& row, const JsonValue& known,
                                 const std::optional<Origin>& origin) const {
    if (!origin) return false;
    Count count;
    for (std::size_t i = 0; i < places_.size(); ++i) {
        if (places_[i] == kNone || i == name_) continue;
        const Column& column = table_.columns[i];
        const JsonMember* cell = known.find(column.id);
        if (cell != nullptr)
            count.add(cell->value, column.kind, imports::place_of(row, column), *origin);
    }
    return count.tells();
}

}  // namespace broadside::imports
