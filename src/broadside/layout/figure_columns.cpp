#include "broadside/layout/figure_columns.hpp"

#include <algorithm>
#include <functional>

#include "broadside/doc/parts.hpp"

namespace broadside::layout {

FigureFrame FigureColumn::frame(Pt x, Pt inner, Alignment alignment, const Setting& setting) const {
    const Pt slack = inner - setting.scaled(width());
    Pt left = x;
    // Marks push figures out of the middle only where they have no room beside them.
    if (alignment == Alignment::Centre)
        left += std::min((inner - setting.scaled(start + end)) / 2, slack);
    if (alignment == Alignment::End) left += slack;
    const Pt axis = left + setting.scaled(start);
    return {left, axis, axis + setting.scaled(common_end)};
}

Pt reached_by_a_fifth(std::vector<Pt> ends) {
    constexpr std::size_t kFifth = 5;
    const auto at = ends.begin() + static_cast<std::ptrdiff_t>(ends.size() / kFifth);
    std::nth_element(ends.begin(), at, ends.end(), std::greater<>());
    return *at;
}

FigureColumns figure_columns(const doc::Table& table, Typesetter& typesetter) {
    const doc::Grid& grid = table.grid;
    FigureColumns columns(grid.columns.size());
    std::vector<std::vector<Pt>> ends(columns.size());
    const auto add = [&](std::size_t at, const doc::Cell& cell) {
        std::optional<FigureColumn>& column = columns[at];
        for (const doc::Paragraph* paragraph : doc::paragraphs_of(cell.content)) {
            const MeasuredText* text = typesetter.measured(*paragraph);
            if (!text || !text->reach) continue;
            const FigureReach& reach = *text->reach;
            if (!column) column = FigureColumn{};
            column->start = std::max(column->start, reach.start);
            const Pt with_marks =
                std::max(column->end + column->hanging,
                         reach.end + std::max(Pt(0), reach.marks - table.style.padding_x));
            column->end = std::max(column->end, reach.end);
            ends[at].push_back(reach.end);
            column->hanging = with_marks - column->end;
        }
    };
    for (std::size_t i = 0; i < grid.slots.size(); ++i) {
        const auto* cell = std::get_if<doc::Cell>(&grid.slots[i]);
        if (!cell || cell->column_span > 1) continue;
        typesetter.peers().for_each(*cell,
                                    [&](const doc::Cell& peer) { add(i % columns.size(), peer); });
    }
    for (std::size_t i = 0; i < columns.size(); ++i)
        if (columns[i]) columns[i]->common_end = reached_by_a_fifth(std::move(ends[i]));
    return columns;
}

}  // namespace broadside::layout
