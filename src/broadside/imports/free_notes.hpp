#pragma once

#include <cstddef>
#include <map>
#include <string>

#include "broadside/imports/table.hpp"

namespace broadside::imports {

/// The places of the notes of each head, group, title and cell.
template <typename Visit>
void for_each_notes(Table& table, Visit&& visit) {
    for (Column& column : table.columns) visit(column.head.notes);
    for (Spanner& spanner : table.spanners) visit(spanner.notes);
    for (Section& section : table.sections) {
        visit(section.title.notes);
        for (Row& row : section.rows)
            for (Content& content : row.cells) visit(content.notes);
    }
}

/// Notes that no cell has the mark of are on the whole table, in the order of the sheet. They
/// keep their numbers, or their letters, where no cell has the mark of any with one: what looks
/// like a mark may be an abbreviation, or what cells say.
/// `lone_marks`: of notes, by their places, which are all that a cell says.
void free_notes(Table& table, const std::map<std::size_t, std::string>& lone_marks);

}  // namespace broadside::imports
