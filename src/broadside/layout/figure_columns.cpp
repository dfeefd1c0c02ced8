#include "broadside/layout/figure_columns.hpp"

#include <algorithm>
#include <functional>
#include <utility>

#include "broadside/doc/parts.hpp"

namespace broadside::layout {

Pt FigureFrame::symbol_gap(const FigureReach& reach, const Setting& setting, Pt room) const {
    Pt gap;
    if (reach.symbol == SymbolSide::Start) gap = axis - setting.scaled(reach.start) - left;
    if (reach.symbol == SymbolSide::End) gap = end - (axis + setting.scaled(reach.end));
    return std::clamp(gap, Pt(0), std::max(Pt(0), room));
}

FigureFrame FigureColumn::frame(Pt x, Pt inner, Alignment alignment, const Setting& setting) const {
    const Pt slack = inner - setting.scaled(width());
    Pt left = x;
    if (!fits(setting.scaled(width()), inner)) {
        // The few that reach further give up the axis, and not most of them.
        const Pt of_most = inner - setting.scaled(start + common_end);
        const double moved = alignment == Alignment::End      ? 1
                             : alignment == Alignment::Centre ? 0.5
                                                              : 0;
        left += std::min(of_most, of_most * moved);
        const Pt axis = left + setting.scaled(start), right = axis + setting.scaled(common_end);
        return {left, axis, right, right, std::max(right, axis + setting.scaled(head_end))};
    }
    // Marks push figures out of the middle only where they have no room beside them.
    if (alignment == Alignment::Centre)
        left += std::min((inner - setting.scaled(start + end)) / 2, slack);
    if (alignment == Alignment::End) {
        const Pt missing = setting.scaled(head_end + head_hanging - (end + hanging));
        left += slack - std::clamp(missing, Pt(0), std::max(Pt(0), slack));
    }
    const Pt axis = left + setting.scaled(start);
    return {left, axis, axis + setting.scaled(common_end), axis + setting.scaled(end),
            axis + setting.scaled(head_end)};
}

Pt reached_by_a_fifth(std::vector<Pt> ends) {
    constexpr std::size_t kFifth = 5;
    const auto at = ends.begin() + static_cast<std::ptrdiff_t>(ends.size() / kFifth);
    std::nth_element(ends.begin(), at, ends.end(), std::greater<>());
    return *at;
}

FigureColumns figure_columns(const doc::Table& table, const Heads& heads, Direction direction,
                             Typesetter& typesetter) {
    const doc::Grid& grid = table.grid;
    FigureColumns columns(grid.columns.size());
    std::vector<std::vector<Pt>> ends(columns.size());
    std::vector<std::vector<Pt>> marks_behind_symbols(columns.size());
    std::vector<Pt> marks_of_heads(columns.size());
    const bool run_both_ways = typesetter.peers().directions().size() > 1;
    const auto add = [&](std::size_t at, const doc::Cell& cell) {
        std::optional<FigureColumn>& column = columns[at];
        // Figures run from left to right in any script: in a document that runs the other way, what
        // is before their axis is behind it here.
        const bool is_mirrored =
            run_both_ways && typesetter.peers().home(&cell).direction != direction;
        for (const doc::Paragraph* paragraph : doc::paragraphs_of(cell.content)) {
            const MeasuredText* text = typesetter.measured(*paragraph);
            if (!text || !text->reach) continue;
            FigureReach reach = *text->reach;
            if (is_mirrored) std::swap(reach.start, reach.end);
            const SymbolSide behind = is_mirrored ? SymbolSide::Start : SymbolSide::End;
            if (!column) column = FigureColumn{};
            column->start = std::max(column->start, reach.start);
            const Pt with_marks =
                std::max(column->end + column->hanging,
                         reach.end + std::max(Pt(0), reach.marks - table.style.padding_x));
            column->end = std::max(column->end, reach.end);
            if (direction == Direction::LeftToRight)
                column->head_end = std::max(column->head_end, reach.figure);
            if (reach.symbol == behind)
                marks_behind_symbols[at].push_back(reach.marks);
            else
                ends[at].push_back(reach.end);
            column->hanging = with_marks - column->end;
        }
    };
    const auto add_head = [&](std::size_t at, const doc::Cell& head) {
        if (head.alignment != Alignment::End) return;
        for (const doc::Paragraph* paragraph : doc::paragraphs_of(head.content)) {
            if (const MeasuredText* text = typesetter.measured(*paragraph))
                marks_of_heads[at] =
                    std::max(marks_of_heads[at],
                             text->pieces.back().hanging - kHeadMarks * table.style.padding_x);
        }
    };
    for (std::size_t i = 0; i < grid.slots.size(); ++i) {
        const auto* cell = std::get_if<doc::Cell>(&grid.slots[i]);
        if (!cell || cell->column_span > 1) continue;
        const std::size_t at = i % columns.size();
        const bool is_head = grid.rows[i / columns.size()].kind == RowKind::Header;
        typesetter.peers().for_each(*cell, [&](const doc::Cell& peer) {
            if (!is_head)
                add(at, peer);
            else if (!is_turned(grid.columns, at, heads))
                add_head(at, peer);
        });
    }
    for (std::size_t i = 0; i < columns.size(); ++i) {
        if (!columns[i]) continue;
        FigureColumn& column = *columns[i];
        // Symbols stand under each other behind the figure that reaches furthest.
        for (const Pt marks : marks_behind_symbols[i])
            column.hanging = std::max(column.hanging, marks - table.style.padding_x);
        ends[i].insert(ends[i].end(), marks_behind_symbols[i].size(), column.end);
        column.common_end = reached_by_a_fifth(std::move(ends[i]));
        column.head_end = std::max(column.head_end, column.common_end);
        column.head_hanging = std::max(Pt(0), marks_of_heads[i]);
    }
    return columns;
}

}  // namespace broadside::layout
