#include "broadside/resolve/columns.hpp"

#include <algorithm>
#include <utility>

#include "broadside/base/contains.hpp"
#include "broadside/resolve/cells/cell_kind.hpp"
#include "broadside/resolve/designs.hpp"

namespace broadside::resolve {

namespace {

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

/// Each count of several begins and ends at a guide, so that what stands between two is never more
/// than what is counted.
void set_guides(std::vector<doc::Column>& columns, const Counted& counted, std::size_t every) {
    if (every == 0) return;
    std::size_t count = 0;
    for (std::size_t i = 0; i + 1 < columns.size(); ++i) {
        if (counted[i] == 0) continue;
        const bool is_last = counted[i] != counted[i + 1];
        const bool several_follow =
            counted[i + 1] != 0 && i + 2 < columns.size() && counted[i + 1] == counted[i + 2];
        columns[i].has_guide = ++count % every == 0 || (is_last && (count > 1 || several_follow));
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

std::size_t row_header_column(const Table& table) {
    const auto names =
        std::find_if(table.columns.begin(), table.columns.end(),
                     [](const auto* column) { return column->kind == model::ColumnKind::Name; });
    return names == table.columns.end() ? 0
                                        : static_cast<std::size_t>(names - table.columns.begin());
}

}  // namespace broadside::resolve
