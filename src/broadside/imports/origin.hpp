#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "broadside/imports/table.hpp"
#include "broadside/load/syntax/json_edit.hpp"
#include "broadside/load/syntax/json_tree.hpp"

/// What a dataset's last line remembers of the sheet that it came from, so that the next import
/// knows which words were edited since, and whether rows were sorted. A comment: nothing else reads
/// it.
namespace broadside::imports {

struct Origin {
    std::size_t begin = 0, end = 0;  // of the comment in its file
    std::string sheet;               // its name; empty: it has none
    bool is_language_told = false;   // by a person
    // Digests of titles, subtitle and notes, as `digest` makes them, and of heads and names, as
    // `digest_of_name` does.
    std::set<std::string> words;
    /// Where rows stood in the sheet, and which of them summed others up, by the first
    /// `kOriginDigits` digits of their ids' digests; of equal ones the first.
    std::map<std::string, std::size_t> rows = {};
    std::set<std::string> sums = {};
    /// What cells and heads had from the sheet beside their words: digests of notes' ids, of links,
    /// spans and units, by the digests of their places; nothing: the line is from before they were
    /// remembered.
    std::optional<std::map<std::string, std::set<std::string>>> marks = {};
    std::set<std::string> cells = {};  // as `digest_of_cell` makes them
};

/// Where a note's mark or a link in a dataset comes from, as far as its last line can tell.
enum class Source { Sheet, Hand, Unknown };

enum class MarkKind { Note, Link, Span, Unit };

/// What is remembered of a cell's spans.
std::string said_of_spans(const Facts& spans);

inline constexpr std::size_t kOriginDigits = 5;

/// Nothing where the file has no such line.
std::optional<Origin> read_origin(std::string_view json, const load::JsonValue& root);

/// Of a mark, a link, spans or a unit (`said`: the note's id, the address, or as above) of a cell
/// or head. What differs from the sheet's own there may be the same, edited.
Source source_of(const std::optional<Origin>& origin, const std::string& place, MarkKind kind,
                 std::string_view said);

/// Digests of the ids of notes that had their marks at a place in the sheet.
std::set<std::string> notes_at(const std::optional<Origin>& origin, const std::string& place);

/// Whether the sheet had a note nowhere but below the table, as far as the line can tell.
bool had_no_mark(const std::optional<Origin>& origin, std::string_view note);

/// A cell, a column's head, a section's title and, by its title and first column, a merged head, by
/// the ids that a first import gives: so they are the same where a person gave others.
std::string place_of(const Row& row, const Column& column);
std::string place_of(const Column& column);
std::string place_of(const Section& section);
std::string place_of(const Table& table, const Spanner& spanner);
std::string place_of_spanner(std::string_view column, std::string_view title);

/// The line, without its end. `kept`: words that came from an earlier sheet, and stay.
std::string write_origin(const Table& table, const std::set<std::string>& kept = {});

/// Puts the line into a file, or in the place of the one that is there. Without one, a dataset gets
/// it with its first change.
void update_origin(std::string_view json, const std::optional<Origin>& origin,
                   const std::string& line, std::vector<load::Splice>& splices);

/// Of what a cell says at its place, in whichever order.
std::string digest_of_cell(const std::string& place, Facts facts);

/// Of a column's head or a row's name, apart from the same words in a title or note.
std::string digest_of_name(std::string_view json);

/// Of words as the dataset has them.
std::string digest(std::string_view words);

}  // namespace broadside::imports
