#include "broadside/imports/note_update.hpp"

#include <fmt/format.h>

#include "broadside/base/contains.hpp"
#include "broadside/imports/write.hpp"

namespace broadside::imports {

NoteUses uses_in(const model::Dataset& dataset) {
    NoteUses uses;
    const auto add = [&](const std::vector<model::Reference>& notes, const std::string& place) {
        for (const model::Reference& note : notes) uses[note.id].insert(place);
    };
    for (const model::Spanner& spanner : dataset.spanners)
        add(spanner.notes, place_of_spanner(spanner.columns.front().id, spanner.title.text));
    for (const model::Column& column : dataset.columns) add(column.notes, "/" + column.id);
    for (const model::Section& section : dataset.sections) {
        add(section.notes, section.id + "/");
        for (const model::Row& row : section.rows) {
            for (std::size_t i = 0; i < dataset.columns.size(); ++i) {
                const model::Cell* cell = row.cell_in(i);
                if (cell != nullptr && !cell->notes->empty())
                    add(*cell->notes, fmt::format("{}/{}", row.id, dataset.columns[i].id));
            }
        }
    }
    return uses;
}

NoteUses uses_in(const Table& table) {
    NoteUses uses;
    const auto add = [&](const std::vector<std::size_t>& notes, const std::string& place) {
        for (const std::size_t note : notes) uses[table.notes[note].id].insert(place);
    };
    for (const Spanner& spanner : table.spanners) add(spanner.notes, place_of(table, spanner));
    for (const Column& column : table.columns) add(column.head.notes, place_of(column));
    for (const Section& section : table.sections) {
        add(section.title.notes, place_of(section));
        for (const Row& row : section.rows) {
            for (std::size_t i = 0; i < table.columns.size(); ++i)
                add(row.cells[i].notes, place_of(row, table.columns[i]));
        }
    }
    return uses;
}

NotesByPlace::NotesByPlace(const NoteUses& uses, const Free& free,
                           const std::optional<Origin>& origin)
    : free_(free), origin_(origin) {
    for (const auto& [id, place] : free) by_digest_.emplace(digest(id), id);
    for (const auto& [id, places] : uses) {
        for (const std::string& place : places) ids_[place].insert(id);
    }
}

std::string NotesByPlace::first_free(const std::set<std::string>& places) {
    std::string first;
    for (const std::string& place : places) {
        std::set<std::string>& ids = ids_[place];
        if (known_places_.insert(place).second) add_earlier(place, ids);
        while (!ids.empty() && free_.count(*ids.begin()) == 0) ids.erase(ids.begin());
        if (!ids.empty() && (first.empty() || *ids.begin() < first)) first = *ids.begin();
    }
    return first;
}

void NotesByPlace::add_earlier(const std::string& place, std::set<std::string>& ids) const {
    for (const std::string& note : notes_at(origin_, place)) {
        const auto known = by_digest_.find(note);
        if (known != by_digest_.end()) ids.insert(known->second);
    }
}

NotesNow notes_now(const load::JsonValue* old, const std::vector<std::string>& told,
                   const std::optional<Origin>& origin, const std::string& place) {
    NotesNow now;
    std::vector<std::string> before;
    if (old != nullptr) {
        for (const load::JsonMember& note : old->members) before.emplace_back(note.value.text);
    }
    for (const std::string& id : before) {
        if (!contains(told, id)) {
            const Source source = source_of(origin, place, MarkKind::Note, id);
            if (source == Source::Sheet) continue;
            now.has_doubtful = now.has_doubtful || source == Source::Unknown;
        }
        now.ids.push_back(id);
    }
    for (const std::string& id : told) {
        if (!contains(now.ids, id)) now.ids.push_back(id);
    }
    now.is_changed = now.ids != before;
    return now;
}

NotesNow update_notes(std::string_view json, const load::JsonValue& object, std::size_t behind,
                      const std::vector<std::string>& told, const std::optional<Origin>& origin,
                      const std::string& place, std::vector<load::Splice>& splices) {
    const load::JsonMember* member = object.find("notes");
    NotesNow now = notes_now(member == nullptr ? nullptr : &member->value, told, origin, place);
    if (!now.is_changed) return now;
    const std::string ids = write_ids(now.ids);
    if (member == nullptr) {
        splices.push_back({behind, behind, ", \"notes\": " + ids});
        return now;
    }
    const std::size_t end = load::value_end(json, member->value);
    if (!now.ids.empty() || member == &object.members.front()) {
        splices.push_back({member->value.offset, end, ids});
        return now;
    }
    // With the comma before it.
    splices.push_back({load::value_end(json, (member - 1)->value), end, ""});
    return now;
}

}  // namespace broadside::imports
