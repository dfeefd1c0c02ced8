#include "broadside/imports/cell_update.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <set>
#include <span>

#include <fmt/format.h>

#include "broadside/base/contains.hpp"
#include "broadside/base/phrases.hpp"
#include "broadside/imports/note_update.hpp"
#include "broadside/imports/write.hpp"
#include "broadside/load/cell_content.hpp"
#include "broadside/resolve/markup.hpp"
#include "broadside/sheets/number_format.hpp"
#include "broadside/unicode/folding.hpp"

namespace broadside::imports {

namespace {

using load::JsonMember;
using load::JsonType;
using load::JsonValue;
using model::ColumnKind;

/// What a sheet decides of a cell.
std::span<const std::string_view> told_keys(ColumnKind kind) {
    static constexpr std::array<std::string_view, 1> kText = {"text"};
    static constexpr std::array<std::string_view, 2> kSymbol = {"value", "text"};
    static constexpr std::array<std::string_view, 4> kNumber = {"number", "to", "relation", "text"};
    static constexpr std::array<std::string_view, 2> kDate = {"date", "text"};
    switch (kind) {
        case ColumnKind::Name: return {};
        case ColumnKind::Text:
        case ColumnKind::Plain: return kText;
        case ColumnKind::Symbol: return kSymbol;
        case ColumnKind::Number: return kNumber;
        case ColumnKind::Date: return kDate;
    }
    return {};
}

/// What was said of the old facts, and not of the new ones.
constexpr std::array<std::string_view, 5> kOutdated = {"ref", "blank", "percent", "interval",
                                                       "plus_minus"};

constexpr std::array<std::string_view, 2> kSpans = {"rowspan", "colspan"};

const std::string* find(const Facts& facts, std::string_view key) {
    const auto found = std::find_if(facts.begin(), facts.end(),
                                    [&](const auto& fact) { return fact.first == key; });
    return found == facts.end() ? nullptr : &found->second;
}

std::string raw_json(std::string_view json, const JsonValue& value) {
    return std::string(json.substr(value.offset, load::value_end(json, value) - value.offset));
}

/// A bare word among numbers is a text.
std::string_view key_of_bare(const KnownCell& cell) {
    const bool is_word = cell.kind == ColumnKind::Number && cell.value.type == JsonType::String;
    return is_word ? "text" : load::bare_key(cell.kind);
}

class CellUpdate {
public:
    CellUpdate(const KnownCell& cell, const ToldCell& told, const std::optional<Origin>& origin)
        : cell_(cell), value_(cell.value), facts_(told.facts), told_(told), origin_(origin) {}

    CellChange run(std::vector<load::Splice>& splices) {
        const bool is_changed = !says_the_same();
        Facts added;
        for (const auto& [key, json] : facts_) {
            const bool is_told =
                is_changed && (contains(told_keys(cell_.kind), key) || key == "value");
            if (is_told || (key == "url" && !is_same_word(key, json)))
                added.emplace_back(key, json);
        }
        std::set<std::string_view> gone;
        const NotesNow notes = notes_now(value_.type == JsonType::Object ? old("notes") : nullptr,
                                         told_.notes, origin_, told_.place);
        if (notes.is_changed && !notes.ids.empty())
            added.emplace_back("notes", write_ids(notes.ids));
        if (notes.is_changed && notes.ids.empty()) gone.insert("notes");
        for (const std::string_view key : kSpans) {
            if (!told_.spans) break;
            const std::string* span = find(*told_.spans, key);
            if (span != nullptr) added.emplace_back(key, *span);
            if (span == nullptr && value_.type == JsonType::Object && value_.find(key) != nullptr)
                gone.insert(key);
        }
        if (told_.names) added.emplace_back("names", *told_.names);
        if (told_.level && told_.level->empty()) gone.insert("level");
        if (told_.level && !told_.level->empty()) added.emplace_back("level", *told_.level);
        const Source link = source_of_lost_link();
        if (link == Source::Sheet) gone.insert("url");
        CellChange change{std::nullopt, notes.has_doubtful, link == Source::Unknown};
        if (added.empty() && gone.empty() && !is_changed) return change;
        const std::string before = raw(value_);
        const std::string after = written(added, gone, is_changed);
        splices.push_back({value_.offset, load::value_end(cell_.json, value_), after});
        change.words = fmt::format("{} → {}", excerpt(before), excerpt(after));
        return change;
    }

private:
    std::string raw(const JsonValue& value) const { return raw_json(cell_.json, value); }
    std::string_view key_of_bare() const { return broadside::imports::key_of_bare(cell_); }

    /// What the cell has under a key, also where it is bare.
    const JsonValue* old(std::string_view key) const {
        if (value_.type == JsonType::Object) {
            const JsonMember* member = value_.find(key);
            return member == nullptr ? nullptr : &member->value;
        }
        return key == key_of_bare() ? &value_ : nullptr;
    }

    bool is_same_word(std::string_view key, const std::string& json) const {
        const JsonValue* value = old(key);
        return value != nullptr && load::json_string(value->text) == json;
    }

    /// Emphasis and links that were added by hand say nothing else.
    static bool is_same_text(std::string_view old_text, const std::string& json) {
        if (load::json_string(old_text) == json) return true;
        const SourceFile file{"", json};
        const auto tree = load::read_json(file);
        return tree &&
               resolve::without_markup(old_text) == resolve::without_markup(tree->root.text);
    }

    bool says_the_same() const {
        // A text has a value where the sheet has one; one that was added by hand stays.
        if (const std::string* value = find(facts_, "value"))
            if (!is_same_word("value", *value)) return false;
        for (const std::string_view key : told_keys(cell_.kind)) {
            const JsonValue* value = old(key);
            const std::string* json = find(facts_, key);
            if (key == "text" && json == nullptr && has_symbol_as_before()) continue;
            if (key == "text" && value == nullptr && json != nullptr) {
                const JsonValue* ref = old("ref");
                const auto shared = ref == nullptr
                                        ? cell_.dataset.cells.end()
                                        : cell_.dataset.cells.find(std::string(ref->text));
                if (shared == cell_.dataset.cells.end() ||
                    !is_same_text(shared->second.text->text, *json))
                    return false;
                continue;
            }
            if ((value == nullptr) != (json == nullptr)) return false;
            if (value == nullptr) continue;
            if (key == "number" || key == "to") {
                // 8.50 and 8.5 differ in how they are written, which is the dataset's own.
                if (sheets::parse_double(value->text) != sheets::parse_double(*json)) return false;
            } else if (!is_same_text(value->text, *json)) {
                return false;
            }
        }
        return true;
    }

    /// Words that a person wrote beside a symbol stay as long as the sheet has that alone.
    bool has_symbol_as_before() const {
        return origin_ && find(facts_, "value") != nullptr &&
               origin_->cells.count(digest_of_cell(told_.place, facts_)) > 0;
    }

    /// Where a link comes from that the sheet does not have. A person's, too, where there is none.
    Source source_of_lost_link() const {
        const JsonValue* url = old("url");
        if (url == nullptr || find(facts_, "url") != nullptr) return Source::Hand;
        return source_of(origin_, told_.place, MarkKind::Link, load::json_string(url->text));
    }

    /// Members that stay have their text, and their places in the order.
    std::string written(const Facts& added, const std::set<std::string_view>& gone,
                        bool is_changed) const {
        Facts members;
        if (value_.type != JsonType::Object) {
            if (told_.names)
                members.emplace_back("names", *told_.names);
            else if (!is_changed)
                members.emplace_back(key_of_bare(), raw(value_));
        } else {
            for (const JsonMember& member : value_.members) {
                const std::string* json = find(added, member.key);
                const bool is_outdated =
                    gone.count(member.key) > 0 ||
                    (is_changed && (contains(told_keys(cell_.kind), member.key) ||
                                    contains(kOutdated, member.key)));
                if (json != nullptr) {
                    members.emplace_back(member.key, *json);
                } else if (!is_outdated) {
                    members.emplace_back(member.key, raw(member.value));
                }
            }
        }
        Facts facts;
        for (const auto& fact : added) {
            if (find(members, fact.first) != nullptr) continue;
            const bool is_behind = contains(kSpans, fact.first) || fact.first == "level";
            (is_behind ? members : facts).push_back(fact);
        }
        facts.insert(facts.end(), members.begin(), members.end());
        return cell_of(cell_.kind, facts, {});
    }

    const KnownCell& cell_;
    const JsonValue& value_;
    const Facts& facts_;
    const ToldCell& told_;
    const std::optional<Origin>& origin_;
};

}  // namespace

CellChange update_cell(const KnownCell& cell, const ToldCell& told,
                       const std::optional<Origin>& origin, std::vector<load::Splice>& splices) {
    return CellUpdate(cell, told, origin).run(splices);
}

Facts spans_in(const JsonValue& cell) {
    Facts spans;
    for (const std::string_view key : kSpans) {
        const JsonMember* member = cell.type == JsonType::Object ? cell.find(key) : nullptr;
        if (member != nullptr && member->value.text != "1")
            spans.emplace_back(key, std::string(member->value.text));
    }
    return spans;
}

std::optional<load::Splice> removal_of(const KnownCell& cell, const JsonValue& row,
                                       const std::string& place,
                                       const std::optional<Origin>& origin) {
    const bool has_own_spans = source_of(origin, place, MarkKind::Span,
                                         said_of_spans(spans_in(cell.value))) != Source::Sheet;
    Facts facts;
    if (cell.value.type != JsonType::Object)
        facts.emplace_back(key_of_bare(cell), raw_json(cell.json, cell.value));
    for (const JsonMember& member : cell.value.members) {
        if (member.key != "notes" && (has_own_spans || !contains(kSpans, member.key)))
            facts.emplace_back(member.key, raw_json(cell.json, member.value));
    }
    if (!origin || origin->cells.count(digest_of_cell(place, std::move(facts))) == 0)
        return std::nullopt;
    const JsonMember* notes = cell.value.find("notes");
    if (notes != nullptr && !notes_now(&notes->value, {}, origin, place).ids.empty())
        return std::nullopt;
    const auto member = std::find_if(
        row.members.begin(), row.members.end(),
        [&](const JsonMember& other) { return other.value.offset == cell.value.offset; });
    if (member == row.members.begin() || member == row.members.end()) return std::nullopt;
    // With the comma before it, unless a comment stands there.
    const std::size_t begin = load::value_end(cell.json, std::prev(member)->value);
    if (cell.json.substr(begin, member->offset - begin).find('/') != std::string_view::npos)
        return std::nullopt;
    return load::Splice{begin, load::value_end(cell.json, cell.value), ""};
}

}  // namespace broadside::imports
