#include "broadside/layout/table_demands.hpp"

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>

#include "broadside/layout/bisect.hpp"
#include "broadside/layout/cell.hpp"
#include "broadside/layout/cell_padding.hpp"
#include "broadside/layout/figure_columns.hpp"
#include "broadside/layout/turned_cell.hpp"

namespace broadside::layout {

namespace {

ContentWidths part_widths(const PartCell& part, const doc::Grid& grid, const CellPadding& padding,
                          const Heads& heads, Typesetter& typesetter) {
    if (!part.is_turned) return cell_widths(*part.cell, typesetter, padding.mark_room(part, heads));
    Pt width = head_size(part, turned_size(*part.cell, typesetter, turned_room(part, Pt(0)))).width;
    if (grid.columns[part.column].may_turn)
        return {width, room_of_lines(*part.cell, typesetter), width};
    // Text that leans has its neighbours' padding to lean over.
    if (part.is_slanted) width = std::max(Pt(0), width - padding.of(part).sides());
    return {width, width, width};
}

/// Of an upright head, and not as narrow as hyphens make it.
Pt width_in_two_lines(const PartCell& head, const ContentWidths& widths, Typesetter& typesetter) {
    constexpr int kBisections = 6;
    if (head.is_turned) return widths.max_content;
    const Pt height = 2 * cell_height(*head.cell, widths.max_content, typesetter);
    return bisected(widths.max_content, widths.whole_words, kBisections, [&](Pt width) {
        return fits(cell_height(*head.cell, width, typesetter), height);
    });
}

bool has_text(const doc::Cell& cell) {
    return !cell.content.empty() && std::holds_alternative<doc::Paragraph>(cell.content.front());
}

bool is_named_by(const doc::Cell& head) {
    const auto* lead =
        head.content.empty() ? nullptr : std::get_if<doc::Paragraph>(&head.content.front());
    return lead && names_column(*lead);
}

// Of a line of words behind a symbol, which begin under each other.
constexpr double kHalfAndIndent = 0.7;

/// Whether its author says where a word of it may be broken.
bool says_where_it_breaks(const doc::Cell& head) {
    for (const doc::Paragraph* paragraph : doc::paragraphs_of(head.content))
        for (const doc::Span& span : paragraph->spans)
            if (span.text.find("\u00AD") != std::string::npos) return true;
    return false;
}

/// Widths that a layout gives columns in millimetres grow and shrink with the type; the limit of
/// one that it says nothing of grows.
WidthRule scaled_width(const doc::Column& column, double scale) {
    if (const auto* fixed = std::get_if<FixedWidth>(&column.width))
        return FixedWidth{fixed->width * scale};
    const auto* fit = std::get_if<FitContent>(&column.width);
    if (fit && column.has_default_width) return FitContent{fit->limit * std::max(1.0, scale)};
    return column.width;
}

/// Figures have room where they stand.
void raise_to_figures(const FigureColumns& figures, const CellPadding& padding,
                      const Setting& setting, std::vector<ColumnDemand>& columns) {
    for (std::size_t i = 0; i < figures.size(); ++i) {
        if (!figures[i]) continue;
        const Pt width = setting.scaled(figures[i]->width()) + padding.of_columns(i).sides();
        ColumnDemand& column = columns[i];
        column.min_content = std::max(column.min_content, width);
        column.parted = std::max(column.parted, width);
        const Pt behind_head =
            setting.scaled(figures[i]->end + figures[i]->hanging - figures[i]->head_end);
        column.max_content = std::max({column.max_content, width, column.head + behind_head});
        column.unbroken = std::max(column.unbroken, width);
    }
}

}  // namespace

Size head_size(const PartCell& part, const Size& turned) {
    return part.is_slanted ? slanted_size(turned) : turned;
}

std::optional<Size> turned_room(const PartCell& part, Pt width) {
    if (part.is_slanted) return std::nullopt;
    return Size{width, Pt(0)};
}

double scale_of_fixed_widths(const Typesetter& typesetter) {
    return typesetter.peers().first().fit ? typesetter.setting().type_scale : 1;
}

TableDemands table_demands(const doc::Table& table, const std::vector<PartCell>& cells,
                           const ColumnForm& form, Typesetter& typesetter, double fixed_scale) {
    const doc::Grid& grid = table.grid;
    const CellPadding padding(table, typesetter.setting());
    TableDemands demands;
    for (std::size_t i = 0; i < grid.columns.size(); ++i) {
        const doc::Column& column = grid.columns[i];
        const Pt sides = padding.of_columns(i).sides();
        demands.columns.push_back({scaled_width(column, fixed_scale), sides, sides});
        demands.columns[i].group = column.width_group;
        demands.columns[i].is_given = !column.has_default_width;
        demands.columns[i].has_titles = column.has_titles;
        demands.columns[i].has_groups = column.has_groups;
        demands.columns[i].is_levelled = column.is_symbols && column.has_default_width;
        demands.columns[i].is_one_of_row = !column.is_symbols && !column.has_default_width &&
                                           std::holds_alternative<Fraction>(column.width);
        if (is_turned(grid.columns, i, form.heads)) demands.columns[i].pitch = column.pitch;
    }
    demands.widest.resize(grid.columns.size());
    std::vector<std::pair<double, std::size_t>> squares(grid.columns.size());
    std::vector<std::vector<Pt>> names(grid.columns.size());
    for (const PartCell& part : cells) {
        const ContentWidths widths = part_widths(part, grid, padding, form.heads, typesetter);
        const Pt sides = padding.of(part).sides();
        const Pt min_content = widths.min_content + sides;
        const Pt least = widths.least + sides;
        const std::size_t at = part.column + part.cell->lead;
        const std::size_t span = part.column_span - part.cell->lead;
        if (span > 1) {
            if (part.cell->scope == HeaderScope::ColumnGroup)
                for (std::size_t i = at; i < at + span; ++i) demands.columns[i].spanner = at + 1;
            demands.spans.push_back({at, span, min_content, least});
            continue;
        }
        ColumnDemand& column = demands.columns[at];
        if (min_content > column.min_content) demands.widest[at] = &part;
        column.min_content = std::max(column.min_content, min_content);
        column.max_content = std::max(column.max_content, widths.max_content + sides);
        column.least = std::max(column.least, least);
        column.parted = std::max(column.parted, widths.parted + sides);
        const bool is_head = grid.rows[part.grid_row].kind == RowKind::Header;
        column.is_named = column.is_named || is_named_by(*part.cell);
        if (is_head || is_group_title(grid, part))
            column.whole_words = std::max(column.whole_words, widths.whole_words + sides);
        if (is_head) {
            column.has_seams = column.has_seams || says_where_it_breaks(*part.cell);
            column.head = std::max(column.head, widths.max_content + sides);
            column.head_in_two =
                std::max(column.head_in_two, width_in_two_lines(part, widths, typesetter) + sides);
            continue;
        }
        // A mark pushes its symbol off the axis of others rather than take room from texts.
        const bool has_words =
            !grid.columns[at].is_symbols || std::holds_alternative<Fraction>(column.rule);
        if (has_words) column.cell_words = std::max(column.cell_words, widths.whole_words + sides);
        const bool is_name = part.cell->scope == HeaderScope::Row;
        column.has_names = column.has_names || is_name;
        const bool has_details = is_name && part.cell->content.size() > 1;
        Pt whole = widths.max_content;
        if (grid.columns[at].is_symbols) {
            // Before lines are broken, room for marks on both sides of a symbol is given up, and
            // words beside one stand in two lines.
            const double kept = has_text(*part.cell) ? kHalfAndIndent : 0;
            whole = std::max(widths.min_content, whole * kept);
        }
        if (has_details) whole = lead_width(*part.cell, typesetter);
        column.unbroken = std::max(column.unbroken, whole + sides);
        if (is_name) names[at].push_back(whole + sides);
        const double natural = (widths.max_content + sides).value;
        squares[at].first += natural * natural;
        ++squares[at].second;
    }
    for (std::size_t i = 0; i < squares.size(); ++i) {
        const auto& [total, count] = squares[i];
        if (count > 0)
            demands.columns[i].typical = Pt(std::sqrt(total / static_cast<double>(count)));
    }
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (!names[i].empty())
            demands.columns[i].mostly_unbroken = reached_by_a_fifth(std::move(names[i]));
    }
    for (const Direction direction : typesetter.peers().directions())
        raise_to_figures(figure_columns(table, form.heads, direction, typesetter), padding,
                         typesetter.setting(), demands.columns);
    number_runs(grid.columns, demands.columns);
    if (form.neighbours == Neighbours::Even) even_out(demands.columns, &ColumnDemand::run);
    return demands;
}

}  // namespace broadside::layout
