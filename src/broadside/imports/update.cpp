#include "broadside/imports/update.hpp"

#include <set>

#include <fmt/format.h>

#include "broadside/base/phrases.hpp"
#include "broadside/imports/cell_update.hpp"
#include "broadside/imports/doubts.hpp"
#include "broadside/imports/free_notes.hpp"
#include "broadside/imports/general_notes.hpp"
#include "broadside/imports/json_additions.hpp"
#include "broadside/imports/matches.hpp"
#include "broadside/imports/name_update.hpp"
#include "broadside/imports/note_update.hpp"
#include "broadside/imports/origin.hpp"
#include "broadside/imports/row_order.hpp"
#include "broadside/imports/shown_ids.hpp"
#include "broadside/imports/span_update.hpp"
#include "broadside/imports/taken_out.hpp"
#include "broadside/imports/value_additions.hpp"
#include "broadside/imports/write.hpp"
#include "broadside/load/load.hpp"
#include "broadside/load/syntax/json_edit.hpp"
#include "broadside/load/syntax/report.hpp"
#include "broadside/resolve/markup.hpp"
#include "broadside/unicode/folding.hpp"

namespace broadside::imports {

namespace {

using load::JsonMember;
using load::JsonType;
using load::JsonValue;
using model::ColumnKind;

class Update {
public:
    Update(const SourceFile& file, const model::Dataset& dataset, Table& table)
        : file_(file), dataset_(dataset), table_(table) {
        for (const model::Section& section : dataset.sections) {
            for (const model::Row& row : section.rows) used_.insert(row.id);
        }
    }

    bool knows_any_column() const { return matches_.knows_any_column(); }

    Updated run(const std::string& file, Diagnostics& diagnostics) {
        leave_out_notes();
        add_columns();
        update_spanners();
        add_values(table_, dataset_, matches_, tree_->root, additions_, splices_);
        add_notes();
        update_words();
        for (const model::Note* note : matches_.lost_notes(origin_)) {
            lost_notes_.push_back(note->id);
            if (origin_) lost_words_.insert(note->text.text);
        }
        for (Section& section : table_.sections) update_section(section);
        tell_of_others(file, diagnostics);
        additions_.add_to(json_, splices_);
        matches_.forget_earlier_places();
        update_origin(json_, origin_, write_origin(table_, lost_words_), splices_);
        return {load::spliced(json_, std::move(splices_)), std::move(changes_)};
    }

private:
    const JsonValue* list(std::string_view key) const {
        const JsonMember* member = tree_->root.find(key);
        return member == nullptr ? nullptr : &member->value;
    }

    void add_columns() {
        const JsonValue* columns = list("columns");
        std::set<std::string> used;
        for (const model::Column& column : dataset_.columns) used.insert(column.id);
        std::size_t position = 0;
        for (std::size_t i = 0; i < table_.columns.size(); ++i) {
            if (matches_.place_of(i) != kNone) {
                position = matches_.place_of(i) + 1;
                const JsonValue& json = columns->members[position - 1].value;
                update_head_notes(fmt::format("column {}", table_.columns[i].id), json,
                                  table_.columns[i].head.notes, place_of(table_.columns[i]));
                const std::string head = update_head(json_, json, table_.columns[i],
                                                     matches_.is_renamed(i), origin_, splices_);
                if (!head.empty()) changes_.push_back(head);
                continue;
            }
            Column& column = table_.columns[i];
            if (taken_out_.take(column)) {
                leave_out(i);
                continue;
            }
            column.id = unused(column.id, used);
            // Rows have their names already.
            if (column.kind == ColumnKind::Name && matches_.knows_names())
                column.kind = ColumnKind::Text;
            additions_.add(*columns, position, write_column(table_, column), 4);
            changes_.push_back(fmt::format("new column {}", column.id));
        }
        changes_.insert(changes_.end(), matches_.unused_symbols().begin(),
                        matches_.unused_symbols().end());
    }

    /// None of its cells says anything.
    void leave_out(std::size_t column) {
        Column& left = table_.columns[column];
        left.has_answers = false;
        left.symbols.clear();
        for (Section& section : table_.sections)
            for (Row& row : section.rows) row.cells[column] = {};
    }

    /// None is added: a note that is to stand beside one is told.
    void update_spanners() {
        for (std::size_t i = 0; i < table_.spanners.size(); ++i) {
            const Spanner& spanner = table_.spanners[i];
            const std::string name =
                fmt::format("merged head {}", load::json_string(spanner.title));
            const std::size_t place = matches_.place_of_spanner(i);
            if (place != kNone) {
                update_head_notes(name, list("spanners")->members[place].value, spanner.notes,
                                  place_of(table_, spanner));
            } else if (!spanner.notes.empty()) {
                changes_.push_back(
                    fmt::format("{}: notes {} in the sheet, where the dataset has no such head",
                                name, write_ids(ids_of(spanner.notes))));
            }
        }
    }

    /// With their marks, before anything says where these are.
    void leave_out_notes() {
        for (std::size_t i = 0; i < table_.notes.size(); ++i) {
            if (!matches_.is_new_note(i) || !taken_out_.take(table_.notes[i])) continue;
            left_notes_.insert(i);
            for_each_notes(table_, [&](std::vector<std::size_t>& notes) { std::erase(notes, i); });
        }
    }

    void add_notes() {
        const JsonValue* notes = list("notes");
        std::string whole;
        for (std::size_t i = 0; i < table_.notes.size(); ++i) {
            if (!matches_.is_new_note(i) || left_notes_.count(i) > 0) continue;
            const std::string note = write_note(table_.notes[i]);
            changes_.push_back(fmt::format("new note {}", table_.notes[i].id));
            if (notes != nullptr) {
                additions_.add(*notes, notes->members.size(), note, 4);
            } else {
                whole += (whole.empty() ? "\n    " : ",\n    ") + note;
            }
        }
        if (whole.empty()) return;
        const std::size_t sections = tree_->root.find("sections")->offset;
        if (tree_->root.find("marks") == nullptr)
            whole =
                fmt::format("\"marks\": \"{}\",\n  \"notes\": [{}", marks_of(table_.notes), whole);
        else
            whole = "\"notes\": [" + whole;
        splices_.push_back({sections, sections, whole + "\n  ],\n  "});
    }

    void update_words() {
        const JsonValue& root = tree_->root;
        update_text("title", &root.find("title")->value, table_.title);
        const JsonMember* subtitle = root.find("subtitle");
        if (!table_.subtitle.empty())
            update_text("subtitle", subtitle == nullptr ? nullptr : &subtitle->value,
                        table_.subtitle);
        const JsonValue* notes = list("notes");
        for (std::size_t i = 0; notes != nullptr && i < table_.notes.size(); ++i) {
            if (matches_.is_new_note(i)) continue;
            const JsonValue& known = notes->members[matches_.place_of_note(i)].value;
            update_text(fmt::format("note {}", table_.notes[i].id), &known.find("text")->value,
                        rich_text(table_.notes[i].text));
        }
    }

    /// The sheet's words take the place of those that nobody edited since they came from it.
    void update_text(const std::string& name, const JsonValue* known, const std::string& text) {
        const std::string_view old = known == nullptr ? std::string_view() : known->text;
        if (unicode::folded(resolve::without_markup(old)) ==
            unicode::folded(resolve::without_markup(text)))
            return;
        if (origin_ && origin_->words.count(digest(text)) > 0) return;  // of the earlier sheet
        const std::string json = load::json_string(text);
        if (known == nullptr && origin_) {
            const std::size_t end = load::value_end(json_, tree_->root.find("title")->value);
            splices_.push_back({end, end, fmt::format(",\n  \"{}\": {}", name, json)});
            changes_.push_back(fmt::format("new {}: {}", name, json));
            return;
        }
        if (!origin_ || origin_->words.count(digest(old)) == 0) {
            changes_.push_back(fmt::format("{}: {} in the sheet, where other words {}", name, json,
                                           origin_ ? "were written by hand, which stay"
                                                   : "stay, which may be written by hand"));
            return;
        }
        const std::size_t end = load::value_end(json_, *known);
        changes_.push_back(fmt::format("{}: {} → {}", name,
                                       json_.substr(known->offset, end - known->offset), json));
        splices_.push_back({known->offset, end, json});
    }

    void update_section(Section& section) {
        std::vector<const KnownRow*> known;
        for (Row& row : section.rows) known.push_back(matches_.find(row));
        const JsonValue* sections = list("sections");
        const std::size_t place = matches_.place_of_section(section, known);
        const JsonValue* rows = nullptr;
        const JsonValue* summary = nullptr;
        if (place != kNone) {
            const JsonValue& json = sections->members[place].value;
            rows = &json.find("rows")->value;
            if (const JsonMember* member = json.find("summary")) summary = &member->value;
            const JsonMember* title = json.find("title");
            if (section.title.cell != nullptr && title != nullptr)
                update_text(fmt::format("section {}", dataset_.sections[place].id), &title->value,
                            rich_text(section.title.text));
            update_head_notes(fmt::format("section {}", dataset_.sections[place].id), json,
                              section.title.notes, place_of(section));
            section_place_ = place + 1;
        }
        Section added{section.id, section.title, {}};
        Section sums{section.id, section.title, {}};
        std::size_t position = 0;
        for (std::size_t i = 0; i < section.rows.size(); ++i) {
            Row& row = section.rows[i];
            if (known[i] != nullptr) {
                update_row(section, i, known);
                if (rows == nullptr && !section.is_summary(i)) rows = known[i]->list;
                if (known[i]->list == rows) position = known[i]->position + 1;
                continue;
            }
            if (taken_out_.take(row)) continue;
            row.id = unused(row.id, used_);
            changes_.push_back(fmt::format("new row {}", row.id));
            if (section.is_summary(i) && summary != nullptr) {
                additions_.add(*summary, summary->members.size(), write_row(table_, section, i, 6),
                               6);
            } else if (section.is_summary(i) && rows != nullptr) {
                sums.rows.push_back(row);
            } else if (rows != nullptr) {
                additions_.add(*rows, position, write_row(table_, section, i, 6), 6);
            } else {
                added.rows.push_back(row);
                added.summaries += section.is_summary(i) ? 1 : 0;
            }
        }
        if (!sums.rows.empty()) {
            const std::size_t end = load::value_end(json_, *rows);
            splices_.push_back({end, end, write_summary(table_, sums, 0)});
        }
        if (added.rows.empty()) return;
        std::set<std::string> ids;
        for (const model::Section& known_section : dataset_.sections) ids.insert(known_section.id);
        added.id = unused(added.id, ids);
        additions_.add(*sections, section_place_, write_section(table_, added), 4);
    }

    void update_row(const Section& section, std::size_t index,
                    const std::vector<const KnownRow*>& known_rows) {
        const Row& row = section.rows[index];
        const JsonValue& json = *known_rows[index]->json;
        const JsonMember* before = &json.members.back();
        for (std::size_t i = 0; i < table_.columns.size(); ++i) {
            const Column& column = table_.columns[i];
            const JsonMember* cell = json.find(column.id);
            if (cell != nullptr) before = cell;
            const Facts facts = facts_of(column, row.cells[i]);
            const std::string name = fmt::format("{}/{}", row.id, column.id),
                              place = place_of(row, column);
            if (cell == nullptr) {
                const std::string added = write_cell(table_, section, index, i);
                if (added.empty()) continue;
                const std::size_t end = load::value_end(json_, before->value);
                splices_.push_back(
                    {end, end, fmt::format(", {}: {}", load::json_string(column.id), added)});
                if (matches_.place_of(i) != kNone)
                    changes_.push_back(fmt::format("{}: {}", name, added));
                continue;
            }
            const KnownCell known{json_, cell->value, dataset_, column.kind};
            if (facts.empty()) {
                if (row.cells[i].cell != nullptr || column.kind == ColumnKind::Name) continue;
                const auto removal = removal_of(known, json, place, origin_);
                if (removal) splices_.push_back(*removal);
                (removal ? changes_ : emptied_)
                    .push_back(name + (removal ? ": empty, as in the sheet" : ""));
            } else {
                const SpansNow now = spans_now(
                    {table_, section, index, i, known_rows, matches_, origin_, json_, dataset_},
                    cell->value);
                if (now.is_left)
                    changes_.push_back(name + ": merged in the sheet with what the dataset keeps");
                NameNow words;
                if (column.kind == ColumnKind::Name)
                    words =
                        name_now(known, facts, place, row.id, matches_.is_renamed(row), origin_);
                changes_.insert(changes_.end(), words.changes.begin(), words.changes.end());
                const CellChange change = update_cell(
                    known,
                    {facts, ids_of(row.cells[i].notes), place, now.spans, words.names, words.level},
                    origin_, splices_);
                if (change.words && (!words.names || words.level))
                    changes_.push_back(fmt::format("{}: {}", name, *change.words));
                if (change.has_doubtful_notes) doubtful_notes_.push_back(name);
                if (change.has_doubtful_link) doubtful_links_.push_back(name);
            }
        }
    }

    std::vector<std::string> ids_of(const std::vector<std::size_t>& notes) const {
        std::vector<std::string> ids;
        for (const std::size_t note : notes) ids.push_back(table_.notes[note].id);
        return ids;
    }

    /// Of a head or a section's title.
    void update_head_notes(const std::string& name, const JsonValue& json,
                           const std::vector<std::size_t>& notes, const std::string& place) {
        const JsonMember* title = json.find("title");
        const std::size_t behind =
            load::value_end(json_, (title == nullptr ? json.members.front() : *title).value);
        const NotesNow now =
            update_notes(json_, json, behind, ids_of(notes), origin_, place, splices_);
        if (now.has_doubtful) doubtful_notes_.push_back(name);
        if (now.is_changed)
            changes_.push_back(fmt::format("{}: notes {}", name, write_ids(now.ids)));
    }

    void tell_of_others(const std::string& file, Diagnostics& diagnostics) const {
        taken_out_.tell(file, diagnostics);
        std::set<std::size_t> known;
        for (std::size_t i = 0; i < table_.columns.size(); ++i) known.insert(matches_.place_of(i));
        std::vector<std::string> columns, rows;
        for (std::size_t i = 0; i < dataset_.columns.size(); ++i)
            if (known.count(i) == 0) columns.push_back(dataset_.columns[i].id);
        for (const model::Section& section : dataset_.sections) {
            for (const model::Row& row : section.rows)
                if (!matches_.is_in_sheet(row.id)) rows.push_back(row.id);
        }
        tell_of_kept(file, "column", "not in", columns, diagnostics);
        tell_of_kept(file, "row", "not in", rows, diagnostics);
        tell_of_kept(file, "cell", "empty in", emptied_, diagnostics);
        tell_of_kept(file, "note", "not in", lost_notes_, diagnostics);
        tell_of_kept(file, "note mark", "not in", doubtful_notes_, diagnostics);
        tell_of_kept(file, "link", "not in", doubtful_links_, diagnostics);
    }

    const SourceFile& file_;
    const model::Dataset& dataset_;
    Table& table_;
    const std::string_view json_ = load::text_of(file_);
    const std::optional<load::JsonTree> tree_ = load::read_json(file_);
    const std::optional<Origin> origin_ = read_origin(json_, tree_->root);
    Matches matches_{tree_->root, dataset_, table_, origin_};
    TakenOut taken_out_{table_, origin_};
    std::set<std::size_t> left_notes_;  // of the table's
    std::set<std::string> used_;
    std::size_t section_place_ = 0;
    JsonAdditions additions_;
    std::vector<load::Splice> splices_;
    std::vector<std::string> changes_, emptied_, lost_notes_, doubtful_notes_, doubtful_links_;
    std::set<std::string> lost_words_;  // of notes that came from an earlier sheet
};

}  // namespace

std::optional<Updated> update(const SourceFile& file, const model::Dataset& dataset,
                              const std::optional<Origin>& origin, Table& table,
                              Diagnostics& diagnostics) {
    OrderedRows ordered = rows_in_order(file, dataset, table, origin);
    const SourceFile moved{file.name, ordered.bytes.value_or("")};
    const auto of_moved =
        ordered.bytes ? load::load_dataset(moved) : Result<model::Dataset>(dataset);
    const bool is_moved = ordered.bytes && of_moved.ok();
    Update update(is_moved ? moved : file, is_moved ? of_moved.value() : dataset, table);
    if (update.knows_any_column()) {
        const std::size_t told = diagnostics.size();
        Updated updated = update.run(file.name, diagnostics);
        update_general_notes(is_moved ? of_moved.value() : dataset, table, updated);
        updated.changes.insert(updated.changes.begin(), ordered.changes.begin(),
                               ordered.changes.end());
        const ShownIds ids(table, dataset);
        for (std::string& change : updated.changes) change = ids.in(change);
        for (std::size_t i = told; i < diagnostics.size(); ++i)
            diagnostics[i].message = ids.in(diagnostics[i].message);
        return updated;
    }
    diagnostics.push_back(
        error("another-dataset", "the dataset there has no column of the sheet", {kStartAnew})
            .at(FilePlace{file.name}));
    return std::nullopt;
}

}  // namespace broadside::imports
