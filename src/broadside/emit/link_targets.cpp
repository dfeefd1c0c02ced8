#include "broadside/emit/link_targets.hpp"

#include <variant>

#include "broadside/emit/markup.hpp"

namespace broadside::emit {

namespace {

std::string anchor(std::string_view kind, std::string_view id) {
    return std::string(kind) + plain_name(id, "-.");
}

}  // namespace

std::map<NoteId, NotePages> called_notes(std::span<const scene::Page> pages) {
    std::map<NoteId, std::size_t> listed, called;
    for (std::size_t page = 0; page < pages.size(); ++page) {
        for (const scene::Op& op : pages[page].ops) {
            const auto* group = std::get_if<scene::BeginGroup>(&op);
            if (group != nullptr && group->tag.role == scene::Role::ListItem)
                listed.try_emplace(group->tag.note, page);
        }
        scene::for_each_run(pages[page],
                            [&](const LineRun& run) { called.try_emplace(run.note, page); });
    }
    std::map<NoteId, NotePages> notes;
    for (const auto& [note, page] : listed) {
        const auto mark = called.find(note);
        if (!note.empty() && mark != called.end()) notes[note] = {page, mark->second};
    }
    return notes;
}

std::string note_anchor(const NoteId& note) { return anchor("note-", *note.value); }

std::string row_anchor(std::string_view id) { return anchor("row-", id); }

std::string mark_anchor(const NoteId& note) { return anchor("mark-", *note.value); }

}  // namespace broadside::emit
