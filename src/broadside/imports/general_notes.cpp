#include "broadside/imports/general_notes.hpp"

#include <set>

#include <fmt/format.h>

#include "broadside/base/contains.hpp"
#include "broadside/load/load.hpp"
#include "broadside/load/syntax/json_edit.hpp"
#include "broadside/load/syntax/json_tree.hpp"
#include "broadside/load/syntax/report.hpp"

namespace broadside::imports {

namespace {

using load::JsonMember;
using load::JsonValue;

/// Notes that have their mark somewhere.
std::set<std::string> marked_notes(const model::Dataset& dataset) {
    std::set<std::string> ids;
    const auto add = [&](const std::vector<model::Reference>& notes) {
        for (const model::Reference& note : notes) ids.insert(note.id);
    };
    for (const model::Spanner& spanner : dataset.spanners) add(spanner.notes);
    for (const model::Column& column : dataset.columns) add(column.notes);
    for (const auto& [id, cell] : dataset.cells) add(*cell.notes);
    for (const model::Section& section : dataset.sections) {
        add(section.notes);
        for (const model::Row& row : section.rows)
            for (const model::Cell& cell : *row.cells) add(*cell.notes);
    }
    return ids;
}

/// Takes the word away, or, where a comment stands before it, makes it say no.
load::Splice without_general(std::string_view json, const JsonValue& note) {
    const JsonMember* general = note.find("general");
    const std::size_t end = load::value_end(json, general->value);
    if (general == &note.members.front()) return {general->value.offset, end, "false"};
    const std::size_t before = load::value_end(json, (general - 1)->value);
    const bool has_comment =
        json.substr(before, general->offset - before).find('/') != std::string_view::npos;
    if (has_comment) return {general->value.offset, end, "false"};
    return {before, end, ""};
}

load::Splice with_general(std::string_view json, const JsonValue& note) {
    if (const JsonMember* general = note.find("general"))
        return {general->value.offset, load::value_end(json, general->value), "true"};
    const std::size_t end = load::value_end(json, note.find("text")->value);
    return {end, end, ", \"general\": true"};
}

}  // namespace

void update_general_notes(const model::Dataset& before, const Table& table, Updated& updated) {
    if (table.notes.empty()) return;
    const SourceFile file{"", updated.bytes};
    const auto tree = load::read_json(file);
    const auto now = load::load_dataset(file);
    // What is wrong is told by who reads it next.
    if (!tree || !now || now->notes.empty()) return;
    const JsonValue& notes = tree->root.find("notes")->value;
    std::set<std::string> told;
    for (const Note& note : table.notes) told.insert(note.id);
    const std::set<std::string> marked = marked_notes(*now), was_marked = marked_notes(before);
    const auto is_new = [&](const std::string& id) {
        return find_by_id(before.notes, id) == nullptr;
    };
    std::vector<load::Splice> splices;
    for (std::size_t i = 0; i < now->notes.size(); ++i) {
        const model::Note& note = now->notes[i];
        if (told.count(note.id) == 0) continue;
        const JsonValue& json = notes.members[i].value;
        if (note.is_general && marked.count(note.id) > 0) {
            splices.push_back(without_general(load::text_of(file), json));
            updated.changes.push_back(fmt::format("note {}: no longer on the whole page", note.id));
        } else if (!note.is_general && marked.count(note.id) == 0 && is_new(note.id)) {
            splices.push_back(with_general(load::text_of(file), json));
        } else if (!note.is_general && marked.count(note.id) == 0 &&
                   was_marked.count(note.id) > 0) {
            splices.push_back(with_general(load::text_of(file), json));
            updated.changes.push_back(
                fmt::format("note {}: on the whole page, for its last mark went", note.id));
        }
    }
    if (!splices.empty()) updated.bytes = load::spliced(load::text_of(file), std::move(splices));
}

}  // namespace broadside::imports
