#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "broadside/imports/table.hpp"
#include "broadside/load/syntax/json_tree.hpp"

/// What a dataset's last line remembers of the sheet that it came from, so that the next import
/// knows which words were edited since, and whether rows were sorted. A comment: nothing else reads
/// it.
namespace broadside::imports {

struct Origin {
    std::size_t begin = 0, end = 0;  // of the comment in its file
    std::string sheet;               // its name; empty: it has none
    std::set<std::string> words;  // digests of titles, subtitle and notes, as `digest` makes them
    /// Where rows stood in the sheet, and which of them summed others up, by the first
    /// `kOriginDigits` digits of their ids' digests; of equal ones the first.
    std::map<std::string, std::size_t> rows = {};
    std::set<std::string> sums = {};
};

inline constexpr std::size_t kOriginDigits = 5;

/// Nothing where the file has no such line.
std::optional<Origin> read_origin(std::string_view json, const load::JsonValue& root);

/// The line, without its end.
std::string write_origin(const Table& table);

/// Of words as the dataset has them.
std::string digest(std::string_view words);

}  // namespace broadside::imports
