#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "broadside/base/direction.hpp"
#include "broadside/base/width_rule.hpp"
#include "broadside/doc/document.hpp"
#include "broadside/model/project.hpp"
#include "broadside/resolve/footnotes.hpp"
#include "broadside/resolve/table.hpp"
#include "broadside/unicode/figures.hpp"

namespace broadside::resolve {

/// The symbols of the values that have one: a table says each many times.
using ValueSymbols = std::unordered_map<const model::Value*, Sparse<doc::Symbol>>;

ValueSymbols value_symbols(const model::Project& project);

/// Values that nobody knows without the legend, as "S" for "severe". A dash needs no words.
using Codes = std::unordered_set<const model::Value*>;

/// Of all vocabularies.
Codes codes_of(const model::Dataset& dataset);

/// Which numbers have their digits in groups. `All`: those of four digits too, in languages that
/// group longer ones alone.
enum class Grouping : std::uint8_t { None, AsLanguage, All };

/// How many blanks of each width stand for something.
using Blanks = std::map<std::string_view, std::size_t>;

/// How the cells of a column are set, and what their numbers have in common.
struct ColumnLook {
    Alignment alignment = Alignment::Start;
    bool is_aligned_by_layout = false;
    std::optional<VerticalAlignment> vertical_alignment;  // as the layout says
    std::optional<unicode::FigureAxes> axes;              // where they line up
    model::CellFill fill = model::CellFill::None;
    double most = 0;           // the largest number
    std::size_t decimals = 0;  // that each number has room for
    Blanks room;               // of bars, before their figures
    Grouping grouping = Grouping::AsLanguage;
    bool hides_words = false;  // of values, behind which a fill stands for them
    bool has_unit_in_head = false;
    bool has_unit_below_title = false;  // there
    bool hangs_words = false;           // beside symbols, which stay below others in the middle
    bool has_marks = false;             // of notes, behind what a cell says
    bool shows_reach = false;  // over several columns, by a fill, where nothing else has one
};

/// A cell to be set. `cell.content` is not null.
struct CellSource {
    const TableCell& cell;
    const model::Project& project;
    const Footnotes& footnotes;
    const ValueSymbols& symbols;
    const Codes& codes;
    const ColumnLook& look;
    Alignment alignment;
    bool lines_up;     // with the figures of its column
    bool hides_words;  // of its value, which its fill tells
};

using CellContent = std::vector<doc::Content>;

/// What a kind of column does with its cells.
struct CellKind {
    model::ColumnKind kind;
    WidthRule width;  // where the layout has none
    CellContent (*content)(const CellSource&);
    Alignment alignment;  // where the layout has none, of all but figures that line up
};

/// The registry: one row a kind, each with one of the functions below.
const CellKind& cell_kind(model::ColumnKind kind);

CellContent name_cell(const CellSource& source);
CellContent text_cell(const CellSource& source);
CellContent symbol_cell(const CellSource& source);
CellContent plain_cell(const CellSource& source);
CellContent number_cell(const CellSource& source);
CellContent date_cell(const CellSource& source);

/// Whether there is nothing but a number or a range, and a unit.
bool is_plain(const model::Quantity& quantity);

/// How many digits of a number, of a range its end, stand behind its decimal sign.
std::size_t decimals_of(const model::Quantity& quantity);

/// And how many before it, of the longest of its numbers.
std::size_t whole_digits_of(const model::Quantity& quantity);

/// Room between the bars of a column and the axis of its figures, for the most that these have
/// before it.
Blanks room_of_figures(const std::vector<const model::Cell*>& cells, const std::string& unit,
                       const model::Dataset& dataset, Grouping grouping);

/// Of a cell of numbers, of a range its end; 0 where it has none.
double number_of(const model::Cell& cell);

/// What is printed of a value that has no symbol.
const model::Text& words_of(const model::Value& value);

/// What is said in place of its symbol, or of words that are short for it.
const std::string& said_of(const model::Value& value);

/// Its words in a style, and what is said for them.
doc::Span words_span(const model::Value& value, const CellSource& source, const TextStyle& style);

/// Sets the cell's value into the line of its text, which has that style: its symbol or, where it
/// has none, its words, on the side that the column says. Words that are hidden are only heard.
void add_value(doc::Paragraph& text, const CellSource& source, const TextStyle& style);

/// The content of a cell of one text: its link, its value and its marks are added.
CellContent one_line_of(doc::Paragraph text, const CellSource& source, const TextStyle& style);

/// That of a cell of two texts under each other: its marks stand at the first that there is.
CellContent two_lines_of(doc::Paragraph first, doc::Paragraph second, const CellSource& source);

/// Sets short words in boxes behind the first line of text of a cell or, where it has none, on a
/// line of their own, before the marks of its notes. No line ends inside one.
void add_tags(CellContent& content, const CellSource& source);

/// Sets the cell's number, as the language writes it, before its text.
void add_number(doc::Paragraph& text, const CellSource& source, const TextStyle& style);

/// The figures of a plain column, if they line up: unless more of its cells say something else in
/// words of their own, or as many with digits in them.
std::optional<unicode::FigureAxes> plain_axes(const std::vector<const model::Cell*>& cells,
                                              const model::Dataset& dataset);

/// Whether most figures of a plain column have units in words that differ: weeks, months, years.
bool have_several_units(const std::vector<const model::Cell*>& cells);

/// The names of a name cell, also of the sample in the legend.
doc::Paragraph names_paragraph(const model::Cell& cell, const model::Project& project);
doc::Paragraph detail_paragraph(const model::Cell& cell, const model::Layout& layout);

}  // namespace broadside::resolve
