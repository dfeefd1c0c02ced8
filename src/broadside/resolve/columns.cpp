#include "broadside/resolve/columns.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "broadside/base/contains.hpp"
#include "broadside/resolve/cells/cell_kind.hpp"
#include "broadside/unicode/utf8.hpp"

namespace broadside::resolve {

model::ColumnDesign design_of_kind(const Table& table, model::ColumnKind kind) {
    const auto design = table.block->kinds.find(kind);
    return design == table.block->kinds.end() ? model::ColumnDesign{} : design->second;
}

namespace {

using CellContents = std::vector<const model::Cell*>;

/// What the layout says of a printed column by name wins over what it says of the kind of its
/// cells, word by word.
void apply_named(const Table& table, std::string_view id, model::ColumnDesign& design) {
    const auto known = table.designs.find(id);
    if (known == table.designs.end()) return;
    const model::ColumnDesign& named = *known->second;
    if (named.width) design.width = named.width;
    if (named.alignment) design.alignment = named.alignment;
    if (named.is_emphasised) design.is_emphasised = named.is_emphasised;
    if (named.fill) design.fill = named.fill;
    if (named.head) design.head = named.head;
    if (named.hides_words) design.hides_words = named.hides_words;
    if (named.has_unit_in_head) design.has_unit_in_head = named.has_unit_in_head;
    if (named.vertical_alignment) design.vertical_alignment = named.vertical_alignment;
}

model::ColumnDesign design_of(const Table& table, const model::Column& column) {
    model::ColumnDesign design = design_of_kind(table, column.kind);
    if (!table.block->is_transposed) apply_named(table, column.id, design);
    return design;
}

/// In a transposed table its row is what is printed as a column.
model::ColumnDesign design_of(const Table& table, const TableCell& cell) {
    model::ColumnDesign design = design_of(table, *cell.source_column);
    if (table.block->is_transposed) apply_named(table, cell.source_row->id, design);
    return design;
}

void apply(const Table& table, const model::ColumnDesign& design, ColumnLook& look) {
    if (design.alignment) {
        look.alignment = *design.alignment;
        look.is_aligned_by_layout = true;
    }
    if (design.vertical_alignment) look.vertical_alignment = *design.vertical_alignment;
    look.fill = design.fill.value_or(table.fill);
    look.hides_words = design.hides_words.value_or(false);
    look.has_unit_in_head = design.has_unit_in_head.value_or(false);
}

/// Turned heads make columns of one `kind` and width equally wide.
class Pitches {
public:
    /// `may_turn`: where the layout says nothing of it. Pictures are not turned.
    void set_head(doc::Column& column, model::ColumnKind kind, std::optional<HeadTurn> head,
                  bool may_turn, bool has_picture) {
        if (!has_picture) column.head = head.value_or(HeadTurn::Upright);
        column.may_turn = may_turn && !head && !has_picture;
        if (column.head == HeadTurn::Upright && !column.may_turn) return;
        const std::pair pitch{kind, column.width};
        auto known = std::find(known_.begin(), known_.end(), pitch);
        if (known == known_.end()) known = known_.insert(known, pitch);
        column.pitch = static_cast<std::size_t>(known - known_.begin()) + 1;
    }

private:
    std::vector<std::pair<model::ColumnKind, WidthRule>> known_;
};

doc::Column column_of(const std::string& id, const model::ColumnDesign& design, WidthRule width) {
    doc::Column column;
    column.id = id;
    column.width = design.width.value_or(width);
    column.has_default_width = !design.width;
    column.is_emphasised = design.is_emphasised.value_or(false);
    return column;
}

/// Whether each is as short as what is read at one look.
bool are_short(const CellContents& contents) {
    constexpr std::size_t kLongest = 60;  // in characters
    return std::all_of(contents.begin(), contents.end(), [](const model::Cell* cell) {
        return unicode::decode(cell->text->text).size() <= kLongest;
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

/// Figures stand at the end of their column, times in its middle: they are not added up. Words do
/// so where they are about as long as each other. What has several units begins where its column
/// does: nobody compares 3 weeks and 5 years digit by digit.
ColumnLook look_of(const Table& table, const model::Column& column, const CellContents& contents,
                   const model::Dataset& dataset) {
    const model::ColumnDesign design = design_of(table, column);
    ColumnLook look;
    const bool is_plain = column.kind == model::ColumnKind::Plain;
    if (is_plain) look.axes = plain_axes(contents, dataset);
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
    look.decimals = common_decimals(contents);
    look.alignment =
        look.axes && !look.axes->are_times() ? Alignment::End : cell_kind(column.kind).alignment;
    if (is_drawn || have_units || (is_plain && !look.axes && are_ragged(contents)))
        look.alignment = Alignment::Start;
    // Figures would stand one beside the other, and short words under centred names.
    if (table.block->is_transposed && (look.axes || is_drawn || are_short(contents))) {
        look.axes.reset();
        look.alignment = Alignment::Centre;
    }
    apply(table, design, look);
    // A stripe would be taken for it.
    const bool may_reach = look.axes || have_units || column.kind == model::ColumnKind::Symbol;
    look.shows_reach = may_reach && !design.fill && !table.block->fill &&
                       table.fill == model::CellFill::None && !table.block->stripes;
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

/// Heads lean over those behind them, which do the same. Where that cannot be, below spanners and
/// before pictures, they are rotated.
void slant_heads(std::vector<doc::Column>& columns, const std::vector<bool>& has_picture,
                 bool has_spanners) {
    std::size_t first = has_spanners ? columns.size() : 0;
    for (std::size_t i = first; i < columns.size(); ++i)
        if (has_picture[i]) first = i + 1;
    bool is_slanted = false;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        HeadTurn& head = columns[i].head;
        is_slanted = is_slanted || (head == HeadTurn::Slanted && i >= first);
        if (is_slanted)
            head = HeadTurn::Slanted;
        else if (head == HeadTurn::Slanted)
            head = HeadTurn::Rotated;
    }
}

/// The innermost spanner over each column; null: none.
std::vector<const model::Spanner*> spanners_over(const Table& table) {
    std::vector<const model::Spanner*> over(table.columns.size());
    for (const HeadCell& head : table.head) {
        if (head.spanner)
            std::fill_n(over.begin() + static_cast<std::ptrdiff_t>(head.column), head.column_span,
                        head.spanner);
    }
    return over;
}

/// Numbers of columns that are counted together; 0: not counted.
using Counted = std::vector<std::size_t>;

/// Those of one kind under one spanner, and no names.
Counted counted_columns(const Table& table) {
    const std::vector<const model::Spanner*> over = spanners_over(table);
    Counted counted;
    std::size_t group = 0;
    for (std::size_t i = 0; i < over.size(); ++i) {
        const model::ColumnKind kind = table.columns[i]->kind;
        const bool goes_on = i > 0 && kind == table.columns[i - 1]->kind && over[i] == over[i - 1];
        if (!goes_on) ++group;
        counted.push_back(kind == model::ColumnKind::Name ? 0 : group);
    }
    return counted;
}

/// Each count begins at a guide, so that what stands between two is never more than what is
/// counted.
void set_guides(std::vector<doc::Column>& columns, const Counted& counted, std::size_t every) {
    if (every == 0) return;
    std::size_t count = 0;
    for (std::size_t i = 0; i + 1 < columns.size(); ++i) {
        if (counted[i] == 0) continue;
        const bool is_last = counted[i] != counted[i + 1];
        columns[i].has_guide = ++count % every == 0 || (is_last && count > 1);
        if (is_last) count = 0;
    }
}

/// Columns of one `fr` in the layout are to look alike, and so are those of one kind that it says
/// nothing of.
void group_by_width(std::vector<doc::Column>& columns,
                    const std::vector<model::ColumnKind>& kinds) {
    const auto are_alike = [&](std::size_t one, std::size_t other) {
        const doc::Column& a = columns[one];
        const doc::Column& b = columns[other];
        if (a.has_default_width != b.has_default_width || !(a.width == b.width)) return false;
        return a.has_default_width ? kinds[one] == kinds[other]
                                   : std::holds_alternative<Fraction>(a.width);
    };
    for (std::size_t i = 0; i < columns.size(); ++i) {
        std::size_t first = 0;
        while (first < i && !are_alike(first, i)) ++first;
        columns[i].width_group = first + 1;
    }
}

/// Columns that share by what they hold are `1fr` beside those that say `fr`. Where only names
/// would share, all columns do: a name far from its figures is read wrong.
void settle_auto_widths(std::vector<doc::Column>& columns, const Table& table) {
    constexpr Pt kLongestName = millimetres(60);
    bool has_shares = false, has_texts = false;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const WidthRule& width = columns[i].width;
        has_shares = has_shares || std::holds_alternative<Fraction>(width);
        has_texts = has_texts || (std::holds_alternative<AutoWidth>(width) &&
                                  table.columns[i]->kind != model::ColumnKind::Name);
    }
    if (!has_shares && has_texts) return;
    for (doc::Column& column : columns) {
        if (!std::holds_alternative<AutoWidth>(column.width)) continue;
        column.width = has_shares ? WidthRule{Fraction{1}} : FitContent{kLongestName};
    }
}

}  // namespace

std::vector<doc::Column> grid_columns(const Table& table) {
    std::vector<doc::Column> columns;
    std::vector<bool> has_pictures;
    Pitches pitches;
    for (const model::Column* column : table.columns) {
        const model::ColumnDesign design = design_of(table, *column);
        doc::Column made = column_of(column->id, design, cell_kind(column->kind).width);
        made.is_symbols = column->kind == model::ColumnKind::Symbol;
        has_pictures.push_back(!column->picture.id.empty());
        pitches.set_head(made, column->kind, design.head, made.is_symbols, has_pictures.back());
        columns.push_back(std::move(made));
    }
    settle_auto_widths(columns, table);
    std::vector<model::ColumnKind> kinds;
    for (const model::Column* column : table.columns) kinds.push_back(column->kind);
    group_by_width(columns, kinds);
    slant_heads(columns, has_pictures, head_rows(table.head) > 1);
    set_guides(columns, counted_columns(table), table.block->guides);
    return columns;
}

std::vector<doc::Column> transposed_columns(const Table& table, std::size_t leading,
                                            const std::vector<bool>& has_drawings) {
    const model::Column& names = *table.columns[row_header_column(table)];
    model::ColumnDesign of_names = design_of_kind(table, names.kind);
    doc::Column head = column_of(names.id, of_names, cell_kind(model::ColumnKind::Plain).width);
    head.is_emphasised = false;
    // Before the titles of the rows stand those of their groups.
    constexpr Pt kWidestGroup = millimetres(22);
    doc::Column group = head;
    group.width = FitContent{kWidestGroup};
    group.has_default_width = true;
    group.has_groups = std::none_of(table.head.begin(), table.head.end(), [](const HeadCell& cell) {
        return cell.spanner && !cell.spanner->picture.id.empty();
    });
    std::vector<doc::Column> columns(leading, group);
    head.has_titles = true;
    columns.back() = head;
    std::vector<bool> has_pictures(leading);
    Counted counted(leading);  // by section
    std::size_t section_number = 0;
    bool has_titles = false;
    const bool has_upright = contains(has_drawings, true);
    Pitches pitches;
    of_names.width.reset();
    of_names.is_emphasised.reset();
    for (const TableSection& section : table.sections) {
        ++section_number;
        has_titles = has_titles || (!section.section->title.empty() && !section.rows.empty());
        for (const model::Row* row : section.rows) {
            model::ColumnDesign design = of_names;
            apply_named(table, row->id, design);
            doc::Column made = column_of(row->id, design, Fraction{1});
            made.is_emphasised = made.is_emphasised || table.emphasised_rows.count(row->id) > 0;
            has_pictures.push_back(has_drawings[columns.size() - leading]);
            // None runs upwards by itself beside one that stands upright for what is drawn there.
            if (has_upright && design.head == HeadTurn::Auto) design.head = HeadTurn::Upright;
            pitches.set_head(made, names.kind, design.head, !has_upright, has_pictures.back());
            counted.push_back(section_number);
            columns.push_back(std::move(made));
        }
    }
    group_by_width(columns, std::vector(columns.size(), names.kind));
    slant_heads(columns, has_pictures, has_titles);
    set_guides(columns, counted, table.block->guides);
    return columns;
}

model::CellFill fill_behind(const Table& table, const TableCell& cell) {
    return design_of(table, cell).fill.value_or(table.fill);
}

std::size_t row_header_column(const Table& table) {
    const auto names =
        std::find_if(table.columns.begin(), table.columns.end(),
                     [](const auto* column) { return column->kind == model::ColumnKind::Name; });
    return names == table.columns.end() ? 0
                                        : static_cast<std::size_t>(names - table.columns.begin());
}

ColumnLook ColumnLooks::of(const TableCell& cell) const {
    ColumnLook look = of(*cell.source_column);
    if (table_.block->is_transposed) apply(table_, design_of(table_, cell), look);
    return look;
}

ColumnLooks::ColumnLooks(const Table& table, const model::Dataset& dataset) : table_(table) {
    std::map<const model::Column*, CellContents> contents;
    std::map<const model::Column*, SymbolCount> symbols;
    for (const model::Column* column : table.columns) contents[column];
    for (const TableSection& section : table.sections) {
        for (const TableCell& cell : section.cells) {
            symbols[cell.source_column].add(cell);
            CellContents& cells = contents[cell.source_column];
            if (cell.content && cell.column_span == 1) cells.push_back(cell.content);
        }
    }
    for (const auto& [column, cells] : contents)
        looks_[column] = look_of(table, *column, cells, dataset);
    std::map<model::ColumnKind, SymbolCount> of_kinds;
    for (const auto& [column, count] : symbols) of_kinds[column->kind].add(count);
    for (const auto& [column, count] : symbols) {
        // Columns of one kind look alike, but where words are rare.
        const SymbolCount& all = of_kinds[column->kind];
        if (7 * all.with_words >= all.alone ? all.with_words > 0 : count.with_words > count.alone)
            line_symbols_up(table, *column, looks_[column]);
    }
}

}  // namespace broadside::resolve
