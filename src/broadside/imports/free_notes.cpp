#include "broadside/imports/free_notes.hpp"

#include <algorithm>
#include <set>
#include <utility>
#include <vector>

#include "broadside/imports/note_marks.hpp"

namespace broadside::imports {

void free_notes(Table& table, const std::map<std::size_t, std::string>& lone_marks) {
    std::set<std::size_t> used;
    for_each_notes(table, [&](const std::vector<std::size_t>& notes) {
        used.insert(notes.begin(), notes.end());
    });
    for (std::string* title : {&table.title, &table.subtitle}) {
        std::string text = *title;
        const auto notes = take_marks(text, table.notes);
        const auto is_used = [&](std::size_t note) { return used.count(note) > 0; };
        if (!text.empty() && std::none_of(notes.begin(), notes.end(), is_used)) *title = text;
    }
    bool are_numbers_called = false, are_letters_called = false;
    for (const std::size_t note : used) {
        const Note& called = table.notes[note];
        if (!called.whole.empty())
            (called.is_numbered ? are_numbers_called : are_letters_called) = true;
    }
    std::vector<Note> free;
    for (std::size_t i = 0; i < table.notes.size(); ++i) {
        if (used.count(i) > 0) continue;
        Note& note = table.notes[i];
        const auto lone = lone_marks.find(i);
        const bool is_called = note.is_numbered ? are_numbers_called : are_letters_called;
        if (!note.whole.empty() && (!is_called || lone != lone_marks.end()))
            note.text = note.whole;
        else if (lone != lone_marks.end())
            note.text.insert(0, lone->second + " ");
        note.mark.clear();
        free.push_back(note);
    }
    std::stable_sort(free.begin(), free.end(),
                     [](const Note& a, const Note& b) { return a.line < b.line; });
    for (std::size_t i = 0, next = 0; i < table.notes.size(); ++i)
        if (used.count(i) == 0) table.notes[i] = std::move(free[next++]);
}

}  // namespace broadside::imports
