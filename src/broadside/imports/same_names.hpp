#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include "broadside/imports/table.hpp"
#include "broadside/load/syntax/json_tree.hpp"

namespace broadside::imports {

/// Rows of a sheet and of a dataset that have one name, in their orders.
struct RowsOfOneName {
    struct Told {
        const Row* row;
        std::string section;  // its title in folded form
    };
    struct Known {
        std::string id;
        const load::JsonValue* json;
        std::string section;
    };
    std::vector<Told> told;
    std::vector<Known> known;
};

/// The ids of the dataset's rows that are the sheet's, by the places of these in the sheet; empty:
/// it is new. Those are one that stand in a section of one title, and of these those that say the
/// same in most columns; of equal ones the first.
std::map<std::size_t, std::string> ids_by_cells(const Table& table, const RowsOfOneName& rows);

/// What a cell says, in the same form for a table and a dataset; empty: nothing.
std::string said_in(const Column& column, const Content& content);
std::string said_in(const Column& column, const load::JsonValue& row);

/// How many facts tell that a row is one of the dataset whose name has some other letters: all that
/// it says in columns of that is the same; 0: it is none. Answers, which many rows share, tell
/// nothing.
std::size_t facts_of_reworded(const Table& table, const Row& row, std::size_t name,
                              const std::vector<std::size_t>& places, const load::JsonValue& known);

}  // namespace broadside::imports
