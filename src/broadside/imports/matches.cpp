#include "broadside/imports/matches.hpp"

#include <algorithm>
#include <string_view>

#include <fmt/format.h>

#include "broadside/imports/note_update.hpp"
#include "broadside/imports/same_names.hpp"
#include "broadside/imports/write.hpp"
#include "broadside/resolve/markup.hpp"
#include "broadside/unicode/folding.hpp"

namespace broadside::imports {

using load::JsonMember;
using load::JsonValue;
using model::ColumnKind;

std::vector<KnownValue> known_values(const model::Vocabulary& vocabulary) {
    std::vector<KnownValue> values;
    for (const model::Value& value : vocabulary.values)
        values.push_back({value.id, unicode::folded(value.label.text), value.symbol.id});
    return values;
}

std::string unused(const std::string& id, std::set<std::string>& used) {
    std::string next = id;
    for (std::size_t i = 2; !used.insert(next).second; ++i) next = fmt::format("{}-{}", id, i);
    return next;
}

Matches::Matches(const JsonValue& root, const model::Dataset& dataset, Table& table,
                 const std::optional<Origin>& origin)
    : dataset_(dataset), table_(table) {
    match_columns(origin);
    find_columns_changed_by_hand(root.find("sections")->value, origin);
    find_renamed_columns(root.find("sections")->value, origin);
    match_spanners();
    collect_sections(root);
    collect_rows(root);
    find_renamed_rows(origin);
    match_notes(origin);
}

bool Matches::knows_any_column() const {
    return std::any_of(places_.begin(), places_.end(),
                       [](std::size_t place) { return place != kNone; });
}

const model::Vocabulary* Matches::vocabulary(const std::string& id) const {
    const auto found =
        std::find_if(dataset_.vocabularies.begin(), dataset_.vocabularies.end(),
                     [&](const model::Vocabulary& vocabulary) { return vocabulary.id == id; });
    return found == dataset_.vocabularies.end() ? nullptr : &*found;
}

void Matches::match_columns(const std::optional<Origin>& origin) {
    std::map<std::string, std::size_t> by_id, by_title;
    for (std::size_t i = dataset_.columns.size(); i-- > 0;) {
        by_id[dataset_.columns[i].id] = i;
        by_title[unicode::folded(dataset_.columns[i].title.text)] = i;
    }
    std::set<std::size_t> taken;
    places_.assign(table_.columns.size(), kNone);
    const auto take = [&](std::size_t column, const auto& index, const std::string& key) {
        const auto found = index.find(key);
        if (places_[column] != kNone || found == index.end()) return;
        if (taken.insert(found->second).second) places_[column] = found->second;
    };
    for (std::size_t i = 0; i < places_.size(); ++i) take(i, by_id, table_.columns[i].id);
    for (std::size_t i = 0; i < places_.size(); ++i)
        take(i, by_title, unicode::folded(table_.columns[i].title));
    for (std::size_t i = 0; i < places_.size(); ++i)
        take(i, by_title, unicode::folded(table_.columns[i].head_title));
    for (std::size_t i = 0; i < places_.size(); ++i) {
        if (places_[i] == kNone) continue;
        adopt(table_.columns[i], dataset_.columns[places_[i]], origin);
        tell_decimal(i);
    }
}

/// By their titles, where they share a column; else by their columns.
void Matches::match_spanners() {
    spanner_places_.assign(table_.spanners.size(), kNone);
    std::set<std::size_t> taken;
    const auto take = [&](const auto& is_same) {
        for (std::size_t i = 0; i < table_.spanners.size(); ++i) {
            const Spanner& spanner = table_.spanners[i];
            std::set<std::string> columns;
            for (std::size_t k = 0; k < spanner.columns; ++k)
                columns.insert(table_.columns[spanner.first + k].id);
            for (std::size_t at = 0; at < dataset_.spanners.size(); ++at) {
                if (spanner_places_[i] != kNone || taken.count(at) > 0) continue;
                const model::Spanner& known = dataset_.spanners[at];
                const auto shared = std::count_if(
                    known.columns.begin(), known.columns.end(),
                    [&](const model::Reference& column) { return columns.count(column.id) > 0; });
                const bool has_all = static_cast<std::size_t>(shared) == columns.size() &&
                                     columns.size() == known.columns.size();
                if (shared == 0 || !is_same(spanner, known, has_all)) continue;
                spanner_places_[i] = at;
                taken.insert(at);
            }
        }
    };
    take([](const Spanner& spanner, const model::Spanner& known, bool) {
        return unicode::folded(spanner.title) == unicode::folded(known.title.text);
    });
    take([](const Spanner&, const model::Spanner&, bool has_all) { return has_all; });
}

void Matches::adopt(Column& column, const model::Column& known,
                    const std::optional<Origin>& origin) {
    if (!column.symbols.empty() && known.values.id.empty())
        unused_symbols_.push_back(fmt::format(
            "{}: its cells name files of symbols/, and stay words; as a column of symbols it is "
            "imported anew without its entry in \"columns\"",
            known.id));
    column.id = known.id;
    column.kind = known.kind;
    column.unit = known.unit.text == "٪" ? "%" : known.unit.text;
    column.has_unit_by_hand = column.unit != column.own_unit &&
                              source_of(origin, imports::place_of(column), MarkKind::Unit,
                                        column.own_unit) == Source::Sheet;
    column.symbols.clear();
    column.has_answers = false;
    const model::Vocabulary* values = vocabulary(known.values.id);
    if (values == nullptr) return;
    column.known = known_values(*values);
    // Where a dataset has symbols of other things, words for yes and no are words.
    const bool has_answer =
        std::any_of(column.known.begin(), column.known.end(), [](const KnownValue& value) {
            return is_name_of_answer(value.id) || is_name_of_answer(value.symbol);
        });
    column.has_answers =
        known.values.id == kAnswerVocabulary || (known.kind == ColumnKind::Symbol && has_answer);
}

/// By their words; else they were written anew, where their mark stands where that of the old words
/// stood, or where neither has one, but by hand, and the first import gave them one id.
void Matches::match_notes(const std::optional<Origin>& origin) {
    NoteUses known_uses = uses_in(dataset_), uses = uses_in(table_);
    std::map<std::string, std::size_t> by_text, free;
    std::set<std::string> used;
    for (std::size_t i = 0; i < dataset_.notes.size(); ++i) {
        const model::Note& note = dataset_.notes[i];
        by_text.emplace(unicode::folded(resolve::without_markup(note.text.text)), i);
        free.emplace(note.id, i);
        used.insert(note.id);
    }
    note_places_.assign(table_.notes.size(), kNone);
    std::vector<std::set<std::string>> own_uses;
    for (const Note& note : table_.notes) own_uses.push_back(uses[note.id]);
    const auto take = [&](std::size_t note, const std::string& id) {
        const auto found = free.find(id);
        if (found == free.end()) return;
        note_places_[note] = found->second;
        table_.notes[note].id = id;
        free.erase(found);
    };
    for (std::size_t i = 0; i < table_.notes.size(); ++i) {
        const auto found = by_text.find(unicode::folded(table_.notes[i].text));
        if (found != by_text.end()) take(i, dataset_.notes[found->second].id);
    }
    NotesByPlace by_place(known_uses, free, origin);
    for (std::size_t i = 0; i < table_.notes.size(); ++i) {
        if (note_places_[i] != kNone) continue;
        const std::string own = table_.notes[i].id;
        const bool was_general = known_uses[own].empty() || had_no_mark(origin, own);
        if (own_uses[i].empty() && was_general) take(i, own);
        if (own_uses[i].empty()) continue;
        const std::string rewritten = by_place.first_free(own_uses[i]);
        if (!rewritten.empty()) take(i, rewritten);
    }
    for (std::size_t i = 0; i < table_.notes.size(); ++i) {
        if (note_places_[i] == kNone)
            take(i, edited_note(table_.notes[i], own_uses[i], free, origin));
        if (note_places_[i] == kNone) table_.notes[i].id = unused(table_.notes[i].id, used);
    }
}

/// Words that the earlier sheet had, and the dataset has no longer, were edited by hand. Empty:
/// they were not, or there are several that they may be.
std::string Matches::edited_note(const Note& note, const std::set<std::string>& uses,
                                 const std::map<std::string, std::size_t>& free,
                                 const std::optional<Origin>& origin) const {
    const auto is_of_sheet = [&](const std::string& text) {
        return origin && origin->words.count(digest(text)) > 0;
    };
    if (!is_of_sheet(rich_text(note.text))) return "";
    std::vector<std::string> general;
    bool has_same_id = false;
    for (const auto& [id, place] : free) {
        if (is_of_sheet(dataset_.notes[place].text.text)) continue;
        has_same_id = has_same_id || id == note.id;
        if (had_no_mark(origin, id)) general.push_back(id);
    }
    if (uses.empty() && general.size() == 1) return general.front();
    return has_same_id ? note.id : "";
}

std::vector<const model::Note*> Matches::lost_notes(const std::optional<Origin>& origin) const {
    const std::set<std::size_t> known(note_places_.begin(), note_places_.end());
    std::vector<const model::Note*> lost;
    for (std::size_t i = 0; i < dataset_.notes.size(); ++i) {
        const model::Note& note = dataset_.notes[i];
        const bool may_be_of_sheet = !origin || origin->words.count(digest(note.text.text)) > 0;
        if (known.count(i) == 0 && may_be_of_sheet) lost.push_back(&note);
    }
    return lost;
}

void Matches::collect_sections(const JsonValue& root) {
    const auto& sections = root.find("sections")->value.members;
    for (std::size_t i = 0; i < dataset_.sections.size(); ++i) {
        const model::Section& section = dataset_.sections[i];
        section_ids_.emplace(section.id, i);
        section_titles_.emplace(unicode::folded(resolve::without_markup(section.title.text)), i);
        section_rows_.emplace(&sections[i].value.find("rows")->value, i);
    }
    for (const Section& section : table_.sections) named_sections_.insert(named_section(section));
}

std::size_t Matches::named_section(const Section& section) const {
    const auto same_id = section_ids_.find(section.id);
    if (same_id != section_ids_.end()) return same_id->second;
    if (section.title.cell == nullptr) return kNone;
    const auto same_title = section_titles_.find(unicode::folded(section.title.text));
    return same_title == section_titles_.end() ? kNone : same_title->second;
}

std::size_t Matches::place_of_section(const Section& section,
                                      const std::vector<const KnownRow*>& rows) const {
    const std::size_t named = named_section(section);
    if (named != kNone) return named;
    const JsonValue* list = nullptr;
    for (const KnownRow* row : rows) {
        if (row == nullptr) continue;
        if (list != nullptr && list != row->list) return kNone;
        list = row->list;
    }
    const auto found = section_rows_.find(list);
    const bool is_other = found == section_rows_.end() || named_sections_.count(found->second) > 0;
    return is_other ? kNone : found->second;
}

void Matches::collect_rows(const JsonValue& root) {
    const JsonValue& sections = root.find("sections")->value;
    find_key();
    for (const JsonMember& section : sections.members) {
        for (const std::string_view key : {"rows", "summary"}) {
            const JsonMember* rows = section.value.find(key);
            if (rows == nullptr) continue;
            for (std::size_t i = 0; i < rows->value.members.size(); ++i) {
                const JsonValue& row = rows->value.members[i].value;
                rows_[std::string(row.find("id")->value.text)] = {&row, &rows->value, i, false};
            }
        }
    }
    for (const model::Section& section : dataset_.sections) {
        for (const model::Row& row : section.rows) {
            ids_in_order_.push_back(row.id);
            const std::string text = name_in(*rows_.at(row.id).json);
            if (text.empty()) continue;
            by_name_[text].push_back(row.id);
            names_[row.id] = text;
        }
    }
    // The first of equal ones is taken first, from the end.
    for (auto& [text, ids] : by_name_) std::reverse(ids.begin(), ids.end());
    if (key_ == kNone) return;
    match_rows_of_one_name();
}

void Matches::match_rows_of_one_name() {
    std::map<std::string, RowsOfOneName> by_name;
    for (const Section& section : table_.sections) {
        for (const Row& row : section.rows)
            by_name[name_in(row)].told.push_back({&row, unicode::folded(section.title.text)});
    }
    for (const model::Section& section : dataset_.sections) {
        const std::string title = unicode::folded(resolve::without_markup(section.title.text));
        for (const model::Row& row : section.rows) {
            const auto name = names_.find(row.id);
            if (name == names_.end()) continue;
            by_name[name->second].known.push_back({row.id, rows_.at(row.id).json, title});
        }
    }
    // Each of them is compared with each.
    constexpr std::size_t kMostPairs = 10'000;
    for (const auto& [name, rows] : by_name) {
        if (!rows.told.empty()) names_in_sheet_.insert(name);
        const bool is_one = rows.told.size() <= 1 && rows.known.size() <= 1;
        if (!is_one && rows.told.size() * rows.known.size() <= kMostPairs)
            same_names_.merge(ids_by_cells(table_, rows));
    }
}

void Matches::find_key() {
    key_ = kNone;
    for (std::size_t i = 0; i < places_.size(); ++i) {
        if (places_[i] != kNone && key_ == kNone) key_ = i;
    }
    name_ = column_of_names();
    if (name_ != kNone) key_ = name_;
}

template <typename SaidIn>
std::string Matches::first_said(SaidIn&& said_in) const {
    if (key_ == kNone) return "";
    std::string said = said_in(key_);
    for (std::size_t i = key_ + 1; said.empty() && name_ == kNone && i < places_.size(); ++i) {
        if (places_[i] != kNone) said = said_in(i);
        if (!said.empty()) said = fmt::format("{}\n{}", table_.columns[i].id, said);
    }
    return said;
}

std::string Matches::name_in(const Row& row) const {
    return first_said(
        [&](std::size_t column) { return said_in(table_.columns[column], row.cells[column]); });
}

std::string Matches::name_in(const JsonValue& row) const {
    return first_said([&](std::size_t column) { return said_in(table_.columns[column], row); });
}

const KnownRow* Matches::find(Row& row) {
    const auto take = [&](const std::string& id) -> const KnownRow* {
        const auto found = rows_.find(id);
        if (found == rows_.end() || found->second.is_in_sheet) return nullptr;
        found->second.is_in_sheet = true;
        row.id = id;
        return &found->second;
    };
    if (key_ == kNone) return take(row.id);
    const auto of_one_name = same_names_.find(row.sheet_row);
    if (of_one_name != same_names_.end()) return take(of_one_name->second);
    const std::string text = name_in(row), id = row.id;
    if (text.empty()) return take(id);
    const auto named = names_.find(id);
    if (named != names_.end() && named->second == text)
        if (const KnownRow* known = take(id)) return known;
    if (const auto same = by_name_.find(text); same != by_name_.end()) {
        for (std::vector<std::string>& ids = same->second; !ids.empty();) {
            const std::string next = ids.back();
            ids.pop_back();
            if (const KnownRow* known = take(next)) return known;
        }
    }
    // An id that a person gave to another row of the sheet.
    if (named != names_.end() && names_in_sheet_.count(named->second) > 0) return nullptr;
    return take(id);
}

}  // namespace broadside::imports
