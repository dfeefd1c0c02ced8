#pragma once

#include <algorithm>
#include <vector>

#include "broadside/base/style.hpp"
#include "broadside/layout/cell.hpp"
#include "broadside/layout/table_part.hpp"
#include "broadside/layout/typesetter.hpp"

namespace broadside::layout {

/// White space between the edges of a cell and its content.
struct Padding {
    Pt start, end, y;
    Pt sides() const { return start + end; }
};

/// `padding_scale` leaves the sides alone: a line too close to a rule reads worse than one close to
/// its neighbours. Symbols are narrow enough to be told apart. The first column's content also
/// clears the bar of a band.
class CellPadding {
public:
    CellPadding(const doc::Table& table, const Setting& setting)
        : columns_(table.grid.columns),
          setting_(setting),
          x_(setting.scaled(table.style.padding_x)),
          y_(setting.space(table.style.padding_y)) {
        for (const BandStyle& band : table.style.bands)
            bar_ = std::max(bar_, setting.scaled(band.bar_width));
    }

    Padding of_columns(std::size_t first, std::size_t count = 1) const {
        const Pt x = count == 1 && columns_[first].is_symbols ? x_ * setting_.symbol_scale : x_;
        const doc::Column& last = columns_[first + count - 1];
        const GuideRoom room = last.has_guide ? room_before_guide(x, last.is_symbols) : GuideRoom{};
        return {(first == 0 ? x + bar_ : x) + room.start, x + room.end, y_};
    }
    Padding of(const PartCell& part) const {
        const std::size_t lead = part.cell->lead;
        Padding padding = of_columns(part.column + lead, part.column_span - lead);
        padding.start += setting_.scaled(part.cell->indent);
        // What runs upwards touches neither the rule above it nor the bar below.
        if (part.is_turned && !part.is_slanted)
            padding.y = std::max(padding.y, setting_.scaled(kBesideTurned));
        return padding;
    }
    /// How wide the content of a cell may be.
    Pt inner(const PartCell& part, const std::vector<Pt>& widths) const {
        const std::size_t lead = part.cell->lead;
        return sum(widths, part.column + lead, part.column_span - lead) - of(part).sides();
    }

    /// Where columns are to be narrow, marks beside symbols may hang into the white space of their
    /// cell; below heads that are turned where they need it, and as wide as what they hold, symbols
    /// also give way to them.
    MarkRoom mark_room(const PartCell& part, const Heads& heads) const {
        const doc::Column& column = columns_[part.column];
        if (part.column_span > 1 || !column.is_symbols) return {};
        const Pt white = of(part).end;
        if (is_turned(columns_, part.column, {heads.form}) ||
            !std::holds_alternative<Fraction>(column.width))
            return {white * (kHanging + kGivingWay) + setting_.scaled(kMarkGap - kLeastMarkGap),
                    true, white * kHanging};
        return {setting_.symbol_scale < 1 ? white * kHanging : Pt(0), false, white * kHanging};
    }

    /// Of the white space at a symbol's sides: what its marks may take, and how far it may move.
    static constexpr double kHanging = 0.8, kGivingWay = 0.6;
    /// Between a symbol and the marks of its notes, at most; and what columns may do without.
    static constexpr Pt kMarkGap{1.5}, kLeastMarkGap{0.5};

    /// Marks hang behind a symbol that is as high as a line as they do behind words, and stand off
    /// a higher one.
    static Pt mark_gap(Pt symbol_height, const Setting& setting) {
        constexpr Pt kLine{10};
        constexpr double kOfMore = 0.3;
        return std::clamp((symbol_height - setting.scaled(kLine)) * kOfMore,
                          setting.scaled(kLeastMarkGap), setting.scaled(kMarkGap));
    }
    static constexpr Pt kBesideTurned{3};

private:
    const std::vector<doc::Column>& columns_;
    const Setting& setting_;
    Pt x_, y_, bar_;
};

}  // namespace broadside::layout
