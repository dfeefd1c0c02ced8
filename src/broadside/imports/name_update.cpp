#include "broadside/imports/name_update.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "broadside/load/syntax/json_edit.hpp"
#include "broadside/load/syntax/report.hpp"

namespace broadside::imports {

namespace {

using load::JsonType;
using load::JsonValue;

std::string text_of_name(const std::string& json) {
    const SourceFile file{"", json};
    const auto tree = load::read_json(file);
    return tree ? std::string(tree->root.text) : "";
}

const std::string* fact_of(const Facts& facts, std::string_view key) {
    const auto found = std::find_if(facts.begin(), facts.end(),
                                    [&](const auto& fact) { return fact.first == key; });
    return found == facts.end() ? nullptr : &found->second;
}

/// What a cell says, in the form of facts of a sheet.
Facts facts_in(const KnownCell& cell, const std::string& names) {
    Facts facts = {{"names", names}};
    for (const load::JsonMember& member : cell.value.members) {
        const bool is_beside =
            member.key == "notes" || member.key == "rowspan" || member.key == "colspan";
        if (cell.value.type != JsonType::Object || member.key == "names" || is_beside) continue;
        const std::size_t end = load::value_end(cell.json, member.value);
        facts.emplace_back(member.key, std::string(cell.json.substr(member.value.offset,
                                                                    end - member.value.offset)));
    }
    return facts;
}

/// What becomes of the words of a column's head or of a row's name.
struct WordsNow {
    bool is_told = false;     // they are to be those of the sheet
    std::string change = {};  // for people; empty: none
};

/// They follow the sheet where they came from it, and stay where a person wrote them. `told`: those
/// of the sheet. Where nothing tells where they came from, others than the sheet's are told of what
/// was found to be renamed alone.
WordsNow words_now(std::string_view id, std::string_view known, std::string_view told,
                   bool is_renamed, const std::optional<Origin>& origin) {
    if (known == told || (!is_renamed && !origin)) return {};
    const std::string json = load::json_string(told), old = load::json_string(known);
    if (origin && origin->words.count(digest_of_name(json)) > 0) return {};  // of the earlier sheet
    if (!origin || origin->words.count(digest_of_name(old)) == 0)
        return {false, fmt::format("{}: renamed {} in the sheet, where other words {}", id, json,
                                   origin ? "were written by hand, which stay"
                                          : "stay, which may be written by hand")};
    return {true, fmt::format("{}: renamed, {} → {}", id, old, json)};
}

}  // namespace

std::string update_head(std::string_view json, const JsonValue& column, const Column& told,
                        bool is_renamed, const std::optional<Origin>& origin,
                        std::vector<load::Splice>& splices) {
    const load::JsonMember* title = column.find("title");
    if (title == nullptr || title->value.type != JsonType::String) return "";
    const JsonValue& words = title->value;
    WordsNow now = words_now(told.id, words.text, told.title, is_renamed, origin);
    if (now.is_told)
        splices.push_back(
            {words.offset, load::value_end(json, words), load::json_string(told.title)});
    return now.change;
}

NameNow name_now(const KnownCell& cell, const Facts& facts, const std::string& place,
                 const std::string& row, bool is_renamed, const std::optional<Origin>& origin) {
    NameNow now;
    const bool is_object = cell.value.type == JsonType::Object;
    const load::JsonMember* member = is_object ? cell.value.find("names") : nullptr;
    const JsonValue* names = is_object ? nullptr : &cell.value;
    if (member != nullptr) names = &member->value;
    const JsonValue* name = names;
    if (names != nullptr && names->type == JsonType::Array)
        name = names->members.empty() ? nullptr : &names->members.front().value;
    const std::string* told_names = fact_of(facts, "names");
    if (name == nullptr || name->type != JsonType::String || told_names == nullptr) return now;
    const std::string told = told_names->substr(1, told_names->size() - 2);
    WordsNow words = words_now(row, name->text, text_of_name(told), is_renamed, origin);
    if (!words.change.empty()) now.changes.push_back(std::move(words.change));
    std::string rest;
    for (std::size_t i = 1; names->type == JsonType::Array && i < names->members.size(); ++i) {
        const JsonValue& other = names->members[i].value;
        rest.append(", ").append(
            cell.json.substr(other.offset, load::value_end(cell.json, other) - other.offset));
    }
    if (words.is_told) now.names = fmt::format("[{}{}]", told, rest);

    const Facts known = facts_in(cell, fmt::format("[{}{}]", load::json_string(name->text), rest));
    const std::string* old_level = fact_of(known, "level");
    const std::string* level = fact_of(facts, "level");
    const std::string before = old_level == nullptr ? "" : *old_level;
    const std::string after = level == nullptr ? "" : *level;
    const auto is_of_sheet = [&](const Facts& said) {
        return origin && origin->cells.count(digest_of_cell(place, said)) > 0;
    };
    if (before == after || is_of_sheet(facts)) return now;
    if (is_of_sheet(known))
        now.level = after;
    else
        now.changes.push_back(
            fmt::format("{}: level {} in the sheet, where {} stays, which may be "
                        "written by hand",
                        row, after.empty() ? "0" : after, before.empty() ? "0" : before));
    return now;
}

}  // namespace broadside::imports
