#pragma once

#include <array>
#include <cstddef>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "broadside/imports/answers.hpp"
#include "broadside/load/typed_figures.hpp"
#include "broadside/model/dataset.hpp"
#include "broadside/sheets/sheet.hpp"

/// What a sheet is taken to say: heads, sections, rows, notes.
namespace broadside::imports {

struct Note {
    std::string mark;  // empty: on the whole table
    std::string text;
    std::string id;
    std::string whole = {};    // with a mark that is a number or a letter; empty: it is none
    bool is_numbered = false;  // which of these it is
    std::size_t line = 0;      // its place among the notes of the sheet
};

/// A cell of the sheet without the marks of notes behind its text.
struct Content {
    const sheets::Cell* cell = nullptr;  // null: it says nothing
    std::string text = {};
    std::string rich = {};                // the same in a dataset's markup, where the cell has that
    std::vector<std::size_t> notes = {};  // in the table's
    std::size_t level = 0;                // of a name under those above
};

/// A value of a dataset's cell, as JSON under its key: `{"number", "12.50"}`.
using Facts = std::vector<std::pair<std::string, std::string>>;

/// A value that a dataset has already.
struct KnownValue {
    std::string id, label, symbol;  // the label in folded form
};

struct Column {
    std::string id;
    std::size_t sheet_column = 0;
    Content head;
    std::string title;            // empty: no head
    std::string head_title = {};  // with the unit that the title is without; empty: it has all
    model::ColumnKind kind = model::ColumnKind::Text;
    std::string unit = {};
    bool has_bare_numbers = false;  // most are without a unit in their cells
    char decimal = '.';
    bool has_cents = false;  // prices: one decimal is the first of two
    load::DateOrder order = load::DateOrder::Unknown;
    bool has_answers = false;        // a symbol, or a text with one before it
    Answer cross = Answer::Yes;      // what an x says
    Answer circle = Answer::Yes;     // what an empty circle says
    bool has_letters = false;        // or numerals, of which an x is one
    std::string letter_of_yes = {};  // in folded form; empty: none says so
    std::string letter_of_no = {};
    std::map<std::string, Answer> told_signs = {};   // what signs say by lines of the sheet
    std::set<std::string> kept_signs = {};           // explained ones, which are no answers
    std::vector<std::string> symbols = {};           // of the person's own, which its cells name
    std::vector<KnownValue> known = {};              // empty: those of the table itself
    std::map<std::string, std::size_t> values = {};  // of a symbol column: how often each
    std::size_t others = 0;                          // cells of another kind than the column
    bool is_doubtful = false;                        // numbers of it may be read in two ways
    std::string own_id = {};                         // that a first import gives
    std::string own_unit = {};                       // the same; a person may write another
    bool has_unit_by_hand = false;                   // `unit` is another name of the sheet's own
};

struct Spanner {
    std::string title;
    std::size_t first = 0, columns = 0;
    std::vector<std::size_t> notes = {};  // in the table's
};

struct Row {
    std::string id;
    std::size_t sheet_row = 0;
    std::vector<Content> cells;  // one a column
    std::string own_id = {};     // that a first import gives
};

struct Section {
    std::string id;
    Content title;  // may say nothing
    std::vector<Row> rows;
    std::size_t summaries = 0;  // of the last rows, which sum those before them up
    std::string own_id = {};    // that a first import gives

    bool is_summary(std::size_t row) const { return row + summaries >= rows.size(); }
};

struct Table {
    std::string sheet;  // its name in the file
    std::string language;
    bool is_language_told = false;  // by a person
    bool is_language_sure = false;
    bool is_language_default = false;  // nothing in the sheet tells it
    bool has_furigana = false;
    std::string digits;  // empty: those of ASCII
    std::string title, subtitle;
    std::vector<Column> columns;
    std::vector<Spanner> spanners;
    std::vector<Section> sections;
    std::vector<Note> notes;
    std::array<std::string, kAnswers> answers = {};  // the sheet's own words for them
    std::set<Answer> explained = {};                 // of these, by a line of the sheet
};

struct Wishes {
    std::string language;              // empty: guessed
    bool is_language_told = false;     // by a person
    std::string title;                 // where the sheet has none
    std::vector<std::string> symbols;  // of the person's own, by name
    std::set<std::string> sections;    // titles that a dataset has already
    std::set<std::string> rows;        // names of its rows
};

/// The sheet outlives the table. Problems that are worth a look are added to `diagnostics`; `file`
/// names the sheet's file in them.
Table understand(const sheets::Sheet& sheet, const Wishes& wishes, const std::string& file,
                 Diagnostics& diagnostics);

/// Whether a name begins with "Total", "Average" or the like, in many languages.
bool is_name_of_sum(std::string_view text);

/// Finds the last rows of sections that sum the others up.
void find_summaries(Table& table);

/// Sums have their names in the column of names, where the sheet has them elsewhere or has none.
void name_summaries(Table& table);

/// Gives every column its kind, and the table its language.
void tell_kinds(Table& table, const Wishes& wishes);

/// Counts what symbol columns say, and the cells of another kind than their column.
void count_values(Table& table);

/// A text as rich text has it: signs of the markup mean nothing more than themselves.
std::string rich_text(std::string_view text);

/// What a cell says in a column of that kind; empty where it says nothing.
Facts facts_of(const Column& column, const Content& content);

/// Names that are indented stand under those above, in sections that begin with one that is not.
void tell_levels(Table& table);

/// Of columns of prices: whether one has two decimals, and none has more.
void tell_cents(Table& table);

/// Dates in words, as in heads and beside other words, are written as the sheet shows them or,
/// where its format leaves that to the reader's language, as the table's writes them; numbers of
/// workbooks among words with the decimal sign of that language.
void write_as_shown(Table& table);

/// Ids for all that has none yet, from what it says.
void give_ids(Table& table);

}  // namespace broadside::imports
