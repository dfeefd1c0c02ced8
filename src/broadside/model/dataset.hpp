#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "broadside/base/provenance.hpp"
#include "broadside/base/source_place.hpp"
#include "broadside/base/sparse.hpp"
#include "broadside/base/word.hpp"
#include "broadside/model/records.hpp"
#include "broadside/model/text.hpp"
#include "broadside/unicode/date.hpp"

/// NOUN 1: the project as authored, typed. Strings are in the source language, ids are not looked
/// up.
///
/// Guarantees after loading: every id is unique in its list, every list that must not be empty is
/// not, every string is valid UTF-8 without control characters other than line feed, every `place`
/// is that of the value in its file, which outlives the dataset. References between parts (a
/// symbol's name, a note's id) are *not* checked here: `resolve` does.
namespace broadside::model {

/// A reference to an id, and where it stands.
struct Reference {
    std::string id;
    SourcePlace place;
};

/// How a value is meant, for colour and for nothing else: every tone also has a shape or a word.
/// Accents tell kinds apart, and judge none.
enum class Tone { Good, Fair, Bad, Neutral, Accent1, Accent2, Accent3, Accent4, Accent5, Accent6 };

inline constexpr Word<Tone> kTones[] = {{"good", Tone::Good},        {"fair", Tone::Fair},
                                        {"bad", Tone::Bad},          {"neutral", Tone::Neutral},
                                        {"accent-1", Tone::Accent1}, {"accent-2", Tone::Accent2},
                                        {"accent-3", Tone::Accent3}, {"accent-4", Tone::Accent4},
                                        {"accent-5", Tone::Accent5}, {"accent-6", Tone::Accent6}};

/// One word of a vocabulary. At least one of `symbol` and `text` or `label` shows it in a cell.
struct Value {
    std::string id;
    Text label;        // in the legend, and in words where there is no symbol
    Text alt;          // spoken in place of the symbol; empty: the label
    Text text;         // printed in the cell instead of a symbol, as "-"
    Reference symbol;  // name of a symbol file, without ".svg"; empty: none
    Tone tone = Tone::Neutral;
    bool is_translated = true;  // `text`; else it is the same in every language
    SourcePlace place = {};
    std::optional<bool> is_code = {};  // in the dataset's own language; none: not localized
};

struct Vocabulary {
    std::string id;
    Text label;  // heading of its legend group; empty: none
    std::vector<Value> values;
};

/// A picture that cells, heads and layouts show.
struct Picture {
    std::string id;
    SourcePlace place;
    Text file;      // a path below the dataset's folder
    Text alt;       // what it shows, in words; empty: it only decorates
    Text url = {};  // where it leads; empty: nowhere
};

/// Name: names with examples under them. Text: rich text, closed by a value. Symbol: a value's
/// symbol. Plain: literal text, no markup, figures lined up. Number: figures written as the
/// language writes them. Date: so are days, months and years.
enum class ColumnKind { Name, Text, Symbol, Plain, Number, Date };

inline constexpr Word<ColumnKind> kColumnKinds[] = {
    {"name", ColumnKind::Name},   {"text", ColumnKind::Text},     {"symbol", ColumnKind::Symbol},
    {"plain", ColumnKind::Plain}, {"number", ColumnKind::Number}, {"date", ColumnKind::Date}};

/// What a number says of the quantity.
enum class Relation : std::uint8_t { Equal, Less, More, AtMost, AtLeast, About };

/// What of a cell is for translators; the rest is names that are the same in every language. What
/// is neither names nor detail counts with `All` alone.
enum class TranslatedParts : std::uint8_t { None, Names, Detail, All };

/// A number as JSON has it, without exponent: its digits are its precision.
struct Quantity {
    std::string number;
    std::string to;         // the end of a range; empty: none
    std::string tolerance;  // the number is that much more or less; empty: not known
    Relation relation = Relation::Equal;
    std::string percent;                           // that it is of a whole; empty: not said
    std::pair<std::string, std::string> interval;  // of confidence; empty: not known

    /// Of a range its end, else the number.
    const std::string& end() const { return to.empty() ? number : to; }
};

/// What few cells say.
struct CellExtras {
    Sparse<std::string> date;        // ISO 8601, possibly reduced: "2022-01", or two: "2022/2024"
    Sparse<std::vector<Text>> tags;  // short words in boxes, behind its first line
    Sparse<Text> detail;             // under the names: examples, in small print
    Sparse<Reference> ref;           // a shared cell of the dataset
    Sparse<Reference> record;        // the field of the records that says what it says
    Sparse<Reference> picture;       // before its names or its text
    Sparse<Text> url;                // that its names or its text lead to
};

/// A cell as authored. Which fields may be set depends on the kind of its column.
struct Cell {
    SourcePlace place;
    Sparse<Text> text;
    Sparse<std::string> number;  // the text as written, where it is a JSON number and no string
    Sparse<Quantity> quantity;   // before the text, in other columns than those of numbers
    Sparse<std::vector<Text>> names;
    Sparse<Reference> value;               // of the column's vocabulary
    Sparse<std::vector<Reference>> notes;  // in the order of their marks
    Sparse<CellExtras> extras;
    Sparse<Provenance>
        provenance;              // its own; what it leaves open: its shared cell's, then its row's
    std::uint32_t row_span = 1;  // rows below that it covers, itself included
    std::uint16_t column_span = 1;
    std::uint16_t column = 0;                  // of a row's cell: index in the dataset's columns
    std::uint8_t level = 0;                    // of its names under those above: 0 to 4
    bool merge = true;                         // false: starts a new cell even under an equal `ref`
    bool is_blank = false;                     // says nothing, whatever its column's cells then say
    std::optional<TranslatedParts> translate;  // unset: as its column says
};

/// Where in the line of its text a cell's value stands.
enum class ValueSide : std::uint8_t { Start, End };

/// How the numbers of a column are shown: in figures alone, beside a bar, or as so many of a row of
/// discs.
enum class NumberLook : std::uint8_t { Figures, Bar, Rating };

struct Column {
    std::string id;
    SourcePlace place;
    ColumnKind kind = ColumnKind::Text;
    Text title;
    Text url;          // that the title leads to; empty: none
    Text empty_text;   // of cells that say nothing
    Reference values;  // vocabulary of its cells; empty: none
    ValueSide value_side = ValueSide::Start;
    Text unit;  // of a number column: behind each number; empty: none
    NumberLook number_look = NumberLook::Figures;
    bool groups_digits = true;  // of its numbers, where the language does
    unicode::DateLength date_length = unicode::DateLength::Medium;
    double most = 0;             // fills a bar or all discs of a rating; 0: the largest number
    bool merge = false;          // adjacent equal `ref`s are one cell
    std::optional<Cell> sample;  // of a name column: shown in the legend to explain the typography
    std::vector<Reference> notes;                      // beside the column's title
    TranslatedParts translate = TranslatedParts::All;  // of its cells, where they do not say
    Text short_title = {};                             // where its title has no room; empty: none
    Reference picture = {};                            // above its title; empty: none
};

/// A header cell over several columns: gt's spanner. One whose columns are all under another stands
/// inside that.
struct Spanner {
    SourcePlace place;
    Text title;
    std::vector<Reference> columns;     // adjacent
    std::vector<Reference> notes = {};  // beside its title
    std::string id = {};                // empty: that of its first column
    Reference picture = {};             // above its title; empty: none
    Text url = {};                      // that its title leads to
    Text short_title = {};              // where its title has no room; empty: none

    /// What locales call it.
    const std::string& key() const { return id.empty() ? columns.front().id : id; }
};

struct Note {
    std::string id;
    Text text;
    bool is_general = false;  // on the whole page: without a mark, before the others
};

/// What the marks of the notes look like. `Ids`: the note's own id, as the author fixed it.
enum class NoteMarks { Ids, Numbers, Letters, Symbols };

/// A recommendation over whole rows, by name or by rule.
struct Band {
    std::string id;
    SourcePlace place;
    Text label;
    Tone tone = Tone::Good;
    Reference symbol;
    std::vector<std::pair<Reference, Reference>>
        when;  // column is value; all must hold; empty: by name only
};

struct Row {
    std::string id;
    SourcePlace place;
    Reference
        band;  // empty: none, unless a rule gives one; a place without an id is `null`: never one
    Sparse<std::vector<Cell>>
        cells;  // in the order of their columns; a missing one is empty or covered
    Sparse<Provenance> provenance;
    Sparse<Provenance> band_provenance;  // why the row is in its band
    bool is_summary = false;             // of the rows above it in its section

    /// Of that index in the dataset's columns; null where the row leaves it out.
    const Cell* cell_in(std::size_t column) const;
};

struct Section {
    std::string id;
    SourcePlace place;
    Text title;                         // empty: the rows stand under no section row
    std::vector<Row> rows;              // summaries last
    std::vector<Reference> notes = {};  // beside its title
};

struct Link {
    std::string id;
    Text label;
    Text text;  // printed; empty: the URL without its scheme
    Text url;   // one that `parse_url` takes
};

/// The imprint line. Every field may be empty.
struct Imprint {
    Text publisher;
    Text source;
    Text licence;
    Text date;
    Text remark;
};

struct Dataset {
    std::string file;  // as the user named it
    std::string id;
    std::string language;  // BCP 47 of every string in it, but for those that stay in the source's
    SourcePlace language_place;
    std::string source_language;
    std::vector<SourcePlace> untranslated;  // texts that stay in it, in order
    char32_t zero_digit = U'0';  // of the digits that the program itself sets, as CLDR has it
    Text title;
    Text subtitle;
    Text continued;  // behind a title that stands again; empty: as usual in the language
    Text author;     // document metadata
    Text description;
    std::vector<Picture> pictures;
    Reference logo;  // the picture of whole pages; empty: none
    std::vector<Vocabulary> vocabularies;
    std::vector<Column> columns;
    std::vector<Spanner> spanners;
    std::map<std::string, Cell> cells;  // shared cells, by the id that `ref` names
    NoteMarks marks = NoteMarks::Ids;
    std::vector<Note> notes;
    std::vector<Band> bands;
    std::vector<Section> sections;
    std::map<std::string, Text> texts;  // paragraphs, by the id that a layout names
    std::vector<Link> links;
    Imprint imprint;
    std::vector<RecordField> fields;  // of the records that fill the gaps in its texts
    std::set<std::string> unread;     // of a file with errors: "section", "row", "column", "text",
                                      // "picture", of which there may be more than could be read
};

/// Which values, by place, have a text that nobody knows without the legend: shorter than its label
/// and no dash, where half of such texts are abbreviations, have three characters at most, or are a
/// word of six at most with letters and digits ("R410A"). Judged in the dataset's own language, so
/// that all have the same codes.
std::vector<bool> codes_of(const Vocabulary& vocabulary);

}  // namespace broadside::model
