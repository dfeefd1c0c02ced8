#include "broadside/imports/note_update.hpp"

#include "broadside/base/contains.hpp"
#include "broadside/imports/write.hpp"

namespace broadside::imports {

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
