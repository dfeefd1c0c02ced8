#include "broadside/resolve/column_looks.hpp"

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "broadside/resolve/cells/fill.hpp"
#include "broadside/resolve/designs.hpp"
#include "broadside/unicode/characters.hpp"
#include "broadside/unicode/numbers.hpp"
#include "broadside/unicode/utf8.hpp"

namespace broadside::resolve {

namespace {

using CellContents = std::vector<const model::Cell*>;

void apply(const Table& table, const model::Column& column, const model::ColumnDesign& design,
           ColumnLook& look) {
    // Bars are compared by their ends, and begin on one line.
    const bool has_bars = column.number_look == model::NumberLook::Bar;
    if (design.alignment && !has_bars) {
        look.alignment = *design.alignment;
        look.is_aligned_by_layout = true;
    }
    look.vertical_alignment = design.vertical_alignment;
    look.fill = design.fill.value_or(table.fill_of(column));
    look.hides_words = design.hides_words.value_or(false);
    look.has_unit_in_head = design.has_unit_in_head.value_or(false);
}

bool are_within(std::size_t longest, const CellContents& contents) {
    return std::all_of(contents.begin(), contents.end(), [longest](const model::Cell* cell) {
        return unicode::decode(cell->text->text).size() <= longest;
    });
}

/// Whether each is as short as what is read at one look.
bool are_short(const CellContents& contents) {
    constexpr std::size_t kLongest = 60;  // in characters
    return are_within(kLongest, contents);
}

/// Whether texts of any column take more than a line where rows stand as columns: all of them then
/// begin at the start, and a translation that is a little shorter is no reason for another look.
bool has_long_texts(const std::map<const model::Column*, CellContents>& contents) {
    return std::any_of(contents.begin(), contents.end(), [](const auto& column) {
        constexpr std::size_t kLine = 40;  // in characters
        return column.first->kind == model::ColumnKind::Text && !are_within(kLine, column.second);
    });
}

/// Whether they are words, and no figures, that are ragged at both sides when they stand in the
/// middle.
bool are_ragged(const CellContents& contents) {
    constexpr std::size_t kShort = 12;  // in characters
    std::size_t shortest = 0, longest = 0;
    for (const model::Cell* cell : contents) {
        const std::size_t length = unicode::decode(cell->text->text).size();
        if (length == 0 || unicode::is_dash(cell->text->text)) continue;
        if (unicode::find_figure(cell->text->text)) return false;
        shortest = shortest == 0 ? length : std::min(shortest, length);
        longest = std::max(longest, length);
    }
    return longest > kShort && longest >= 2 * shortest;
}

/// Whether one says several that others say, "4G / 5G": they are names with digits in them, and no
/// figures.
bool list_each_other(const CellContents& contents) {
    std::set<std::u32string> said;
    for (const model::Cell* cell : contents) said.insert(unicode::decode(cell->text->text));
    return std::any_of(said.begin(), said.end(), [&](const std::u32string& text) {
        std::size_t parts = 0, begin = 0;
        for (std::size_t end = 0; end <= text.size(); ++end) {
            if (end < text.size() && text[end] != U'/') continue;
            std::u32string part = text.substr(begin, end - begin);
            part.erase(0, part.find_first_not_of(U' '));
            part.erase(part.find_last_not_of(U' ') + 1);
            if (said.count(part) == 0 || std::none_of(part.begin(), part.end(), unicode::is_letter))
                return false;
            ++parts;
            begin = end + 1;
        }
        return parts > 1;
    });
}

/// The most decimals of numbers that have one more than others at most, and that most have. Where
/// they differ by more, a unit under those of others would stand too far from its number, and where
/// few have them, most units would; 0 then, and where something else stands between numbers and
/// their units.
std::size_t common_decimals(const CellContents& contents) {
    std::map<std::size_t, std::size_t> counts;  // how many numbers have so many decimals
    std::size_t all = 0;
    for (const model::Cell* cell : contents) {
        if (!cell->quantity) continue;
        if (!is_plain(*cell->quantity)) return 0;
        ++counts[decimals_of(*cell->quantity)];
        ++all;
    }
    if (all == 0) return 0;
    const auto& [most, count] = *counts.rbegin();
    const bool is_one_more = counts.begin()->first + 1 >= most;
    return is_one_more && 2 * count >= all ? most : 0;
}

/// Where the digits of one are grouped, those of all are.
Grouping grouping_of(const model::Column& column, const CellContents& contents,
                     const model::Dataset& dataset) {
    if (!column.groups_digits) return Grouping::None;
    const std::size_t least =
        3 + unicode::number_format(dataset.language, dataset.zero_digit).least_grouped;
    const bool has_groups =
        std::any_of(contents.begin(), contents.end(), [least](const model::Cell* cell) {
            return cell->quantity && whole_digits_of(*cell->quantity) >= least;
        });
    return has_groups ? Grouping::All : Grouping::AsLanguage;
}

/// Figures stand at the end of their column, times in its middle: they are not added up. Words do
/// so where they are about as long as each other. What has several units begins where its column
/// does: nobody compares 3 weeks and 5 years digit by digit.
/// `has_prose`: of a transposed table.
ColumnLook look_of(const Table& table, const model::Column& column, const CellContents& contents,
                   const model::Dataset& dataset, bool has_prose) {
    const model::ColumnDesign design = design_of(table, column);
    ColumnLook look;
    const bool is_plain = column.kind == model::ColumnKind::Plain;
    if (is_plain) look.axes = plain_axes(contents, dataset);
    const bool are_lists = look.axes && list_each_other(contents);
    if (are_lists) look.axes.reset();
    const bool have_units =
        is_plain && !(look.axes && look.axes->are_times()) && have_several_units(contents);
    if (have_units) look.axes.reset();
    // Each number knows its own.
    const bool is_drawn = column.number_look != model::NumberLook::Figures;
    if (column.kind == model::ColumnKind::Number && !is_drawn)
        look.axes = unicode::FigureAxes({}, U'.');
    for (const model::Cell* cell : contents) {
        if (is_drawn) look.most = std::max(look.most, number_of(*cell));
        look.has_marks |= !cell->notes->empty();
    }
    for (const model::Cell* cell : contents)
        if (is_drawn && cell->quantity)
            look.decimals = std::max(look.decimals, decimals_of(*cell->quantity));
    if (look.axes) look.decimals = common_decimals(contents);
    look.grouping = grouping_of(column, contents, dataset);
    if (column.number_look == model::NumberLook::Bar)
        look.room = room_of_figures(
            contents, design.has_unit_in_head.value_or(false) ? std::string() : column.unit.text,
            dataset, look.grouping);
    look.alignment =
        look.axes && !look.axes->are_times() ? Alignment::End : cell_kind(column.kind).alignment;
    if (is_drawn || have_units || are_lists || (is_plain && !look.axes && are_ragged(contents)))
        look.alignment = Alignment::Start;
    // Figures would stand one beside the other, each behind its own bar, and short words under
    // centred names.
    const bool is_prose = column.kind == model::ColumnKind::Text ? has_prose : !are_short(contents);
    if (table.block->is_transposed && (look.axes || is_drawn || !is_prose)) {
        look.axes.reset();
        look.decimals = 0;
        look.room.clear();
        if (column.number_look != model::NumberLook::Bar) look.alignment = Alignment::Centre;
    }
    apply(table, column, design, look);
    // A stripe would be taken for it.
    const bool may_reach = look.axes || have_units || column.kind == model::ColumnKind::Symbol;
    look.shows_reach = may_reach && !design.fill && !table.block->fill && table.scheduled.empty() &&
                       !table.block->stripes;
    return look;
}

/// How many of a column's symbols have words beside them, or have none.
struct SymbolCount {
    std::size_t with_words = 0, alone = 0;

    void add(const TableCell& cell) {
        if (!cell.content || !cell.value || cell.value->symbol.id.empty()) return;
        ++(!cell.content->text->empty() || cell.content->quantity ? with_words : alone);
    }
    void add(const SymbolCount& other) {
        with_words += other.with_words;
        alone += other.alone;
    }
};

/// Symbols stand under each other, and the words beside them too.
void line_symbols_up(const Table& table, const model::Column& column, ColumnLook& look) {
    const bool is_centred = look.alignment == Alignment::Centre;
    if (!is_centred || table.block->is_transposed || design_of(table, column).alignment) return;
    look.alignment =
        column.value_side == model::ValueSide::Start ? Alignment::Start : Alignment::End;
}

/// Upright heads under one spanner have their units on a line of their own in all of them, where in
/// one of them both would make a column wider than its figures: so they break alike.
template <typename Looks>
void set_units_below_titles(const Table& table, Looks& looks) {
    constexpr std::size_t kAsWideAsFigures = 10;  // characters
    if (table.block->is_transposed) return;
    for (const HeadCell& head : table.head) {
        if (!head.spanner) continue;
        std::vector<ColumnLook*> with_units;
        std::size_t longest = 0;
        for (std::size_t i = head.column; i < head.column + head.column_span; ++i) {
            const model::Column& column = *table.columns[i];
            const HeadTurn turn = design_of(table, column).head.value_or(HeadTurn::Upright);
            const bool is_upright = turn == HeadTurn::Upright || turn == HeadTurn::Auto;
            ColumnLook& look = looks.at(&column);
            if (!look.has_unit_in_head || column.unit.empty() || !is_upright) continue;
            with_units.push_back(&look);
            longest = std::max(longest, unicode::decode(column.title.text).size() +
                                            unicode::decode(column.unit.text).size());
        }
        if (with_units.size() < 2 || longest <= kAsWideAsFigures) continue;
        for (ColumnLook* look : with_units) look->has_unit_below_title = true;
    }
}

}  // namespace

model::CellFill fill_behind(const Table& table, const TableCell& cell) {
    return design_of(table, cell).fill.value_or(table.fill_of(*cell.source_column));
}

ColumnLook ColumnLooks::of(const TableCell& cell) const {
    ColumnLook look = of(*cell.source_column);
    if (table_.block->is_transposed)
        apply(table_, *cell.source_column, design_of(table_, cell), look);
    // Over several columns it stands below none of them.
    const std::size_t columns = table_.block->is_transposed ? cell.row_span : cell.column_span;
    look.hangs_words = look.hangs_words && columns == 1 && look.alignment == Alignment::Centre &&
                       !look.is_aligned_by_layout;
    return look;
}

ColumnLooks::ColumnLooks(const Table& table, const model::Dataset& dataset) : table_(table) {
    std::map<const model::Column*, CellContents> contents;
    std::map<const model::Column*, SymbolCount> symbols;
    std::map<const model::Column*, std::map<SpanSays, std::size_t>> reaches;
    for (const model::Column* column : table.columns) contents[column];
    for (const TableSection& section : table.sections) {
        for (const TableCell& cell : section.cells) {
            symbols[cell.source_column].add(cell);
            ++reaches[cell.source_column][span_says(cell)];
            CellContents& cells = contents[cell.source_column];
            if (cell.content && cell.column_span == 1) cells.push_back(cell.content);
        }
    }
    const bool has_prose = has_long_texts(contents);
    for (const auto& [column, cells] : contents)
        looks_[column] = look_of(table, *column, cells, dataset, has_prose);
    set_units_below_titles(table, looks_);
    // One of several would be taken for something else.
    std::map<SpanSays, std::size_t> all_reaches;
    for (const auto& [column, counts] : reaches)
        for (const auto& [says, count] : counts)
            if (looks_[column].shows_reach) all_reaches[says] += count;
    for (auto& [column, look] : looks_)
        look.shows_reach &= all_reaches[SpanSays::Compared] >= all_reaches[SpanSays::Words];
    std::map<model::ColumnKind, SymbolCount> of_kinds;
    for (const auto& [column, count] : symbols) of_kinds[column->kind].add(count);
    for (const auto& [column, count] : symbols) {
        // Columns of one kind look alike, but where words are rare.
        const SymbolCount& all = of_kinds[column->kind];
        looks_[column].hangs_words = column->kind == model::ColumnKind::Symbol && all.alone > 0;
        if (7 * all.with_words >= all.alone ? all.with_words > 0 : count.with_words > count.alone)
            line_symbols_up(table, *column, looks_[column]);
    }
}

}  // namespace broadside::resolve
