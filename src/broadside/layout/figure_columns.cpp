#include "broadside/layout/figure_columns.hpp"

#include <algorithm>

namespace broadside::layout {

Pt FigureColumn::axis(Pt width, Alignment alignment, const Setting& setting) const {
    const Pt before = setting.scaled(start), slack = width - setting.scaled(start + end);
    switch (alignment) {
        case Alignment::Start: return before;
        case Alignment::Centre: return before + slack / 2;
        case Alignment::End: return before + slack;
    }
    return before;
}

FigureColumns figure_columns(const doc::Table& table, Typesetter& typesetter) {
    const doc::Grid& grid = table.grid;
    FigureColumns columns(grid.columns.size());
    const auto add = [&](std::optional<FigureColumn>& column, const doc::Cell& cell) {
        for (const doc::Content& content : cell.content) {
            const auto* paragraph = std::get_if<doc::Paragraph>(&content);
            const MeasuredText* text = paragraph ? typesetter.measured(*paragraph) : nullptr;
            if (!text || !text->reach) continue;
            const FigureReach& reach = *text->reach;
            if (!column) column = FigureColumn{};
            column->start = std::max(column->start, reach.start);
            column->end =
                std::max({column->end, reach.end, reach.end + reach.marks - table.style.padding_x});
        }
    };
    for (std::size_t i = 0; i < grid.slots.size(); ++i) {
        const auto* cell = std::get_if<doc::Cell>(&grid.slots[i]);
        if (!cell || cell->column_span > 1) continue;
        typesetter.peers().for_each(
            *cell, [&](const doc::Cell& peer) { add(columns[i % grid.columns.size()], peer); });
    }
    return columns;
}

}  // namespace broadside::layout
