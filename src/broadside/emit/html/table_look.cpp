#include "broadside/emit/html/table_look.hpp"

#include <algorithm>
#include <variant>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "broadside/base/style.hpp"
#include "broadside/emit/markup.hpp"

namespace broadside::emit {

std::string TableLook::of_table() {
    const TableStyle& look = table_.style;
    return html_.border("bottom", look.strong_rule) + gaps() +
           fmt::format("--bsd-line:{};--bsd-edge:{};", style_.colour(look.row_rule.colour),
                       style_.colour(look.strong_rule.colour));
}

/// Around filled cells, where that is wider than it is around others.
std::string TableLook::gaps() const {
    constexpr double kLeast = 0.12;  // in rem
    const Pt beside = table_.style.column_rule.width, above = table_.style.fill_gap;
    std::string declarations;
    if (beside / style_.main().size > kLeast)
        declarations = fmt::format("--bsd-gap:{};", style_.length(beside));
    if (above > Pt(0)) declarations += fmt::format("--bsd-above:{};", style_.length(above));
    return declarations;
}

std::string TableLook::of_row(std::size_t index) {
    const TableStyle& look = table_.style;
    const doc::Row& row = table_.grid.rows[index];
    std::string declarations = html_.border("top", rule_above(index));
    const auto on = [&](const Colour& colour) {
        declarations += "background:" + style_.colour(colour) + ";";
    };
    if (row.kind == RowKind::Section) on(look.section_fill);
    if (row.is_striped || row.is_emphasised)
        on(row.is_emphasised ? look.emphasis_fill : look.stripe_fill);
    if (table_.narrow == NarrowTable::Cards && row.band != kNoBand)
        declarations += fmt::format("--bsd-bar:{};--bsd-tint:{};", bar(row.band),
                                    style_.colour(band(row.band).tint));
    if (table_.narrow == NarrowTable::Cards && row.level > 0)
        declarations += fmt::format("--bsd-level:{};", row.level);
    return declarations;
}

/// The one that pages have there on top of others: where two borders meet, the wider hides the
/// other.
RuleStyle TableLook::rule_above(std::size_t index) const {
    if (index == 0) return {};
    const doc::Row &row = table_.grid.rows[index], &last = table_.grid.rows[index - 1];
    const TableStyle& look = table_.style;
    if (row.is_emphasised != last.is_emphasised || (row.is_summary && !last.is_summary))
        return look.strong_rule;
    if (row.kind != RowKind::Body || last.kind != RowKind::Body) return {};
    if (row.begins_group && look.guide_rule.width > Pt(0)) return look.guide_rule;
    RuleStyle rule = look.row_rule;
    if (row.continues_name) rule.width = rule.width / 2;
    return rule;
}

std::string TableLook::of_cell(const doc::Cell& cell, std::size_t row, std::size_t column) {
    const TableStyle& look = table_.style;
    const doc::Grid& grid = table_.grid;
    std::string declarations =
        fmt::format("padding:{} {};", style_.length(look.padding_y), style_.length(look.padding_x));
    if (!figures_[column].behind.empty() && grid.rows[row].kind == RowKind::Body)
        declarations +=
            fmt::format("--bsd-tail:{};",
                        css_string(fmt::format("{}", fmt::join(figures_[column].behind, "\n"))));
    if (cell.scope == HeaderScope::ColumnGroup) declarations += group_rule();
    // Beside a column of shares a browser takes the width of a `col` for a wish.
    const auto* fixed = std::get_if<FixedWidth>(&grid.columns[column].width);
    if (fixed && cell.scope == HeaderScope::Column)
        declarations += fmt::format("min-width:{};", style_.length(fixed->width));
    const bool is_slanted =
        cell.scope == HeaderScope::Column && grid.columns[column].head == HeadTurn::Slanted;
    const bool is_emphasised =
        grid.columns[column].is_emphasised && cell.column_span == 1 && !is_slanted;
    if (is_emphasised)
        declarations += "background-color:" + style_.colour(look.emphasis_fill) + ";" +
                        html_.border("inline", look.strong_rule);
    const doc::Column& last = grid.columns[column + cell.column_span - 1];
    const GuideRoom room =
        last.has_guide ? room_before_guide(look.padding_x, last.is_symbols) : GuideRoom{};
    const doc::Column& own = grid.columns[column];
    if (!fixed && symbols_ > 0 && cell.scope == HeaderScope::Column && own.is_symbols &&
        own.head != HeadTurn::Upright)
        declarations += fmt::format(
            "min-width:{:.4g}rem;",
            symbols_ + (2 * look.padding_x + room.start + room.end) / style_.main().size);
    if (cell.indent + room.end > Pt(0))
        declarations += fmt::format("padding-inline:{} {};",
                                    style_.length(look.padding_x + cell.indent + room.start),
                                    style_.length(look.padding_x + room.end));
    declarations += of_ground(cell, grid.rows[row], is_emphasised);
    const bool is_head = cell.scope == HeaderScope::Column;
    const bool may_have_guide = !is_slanted && !is_emphasised;
    const std::size_t behind = column + cell.column_span;
    if (may_have_guide && last.has_guide &&
        (is_head ? row_of_head(behind - 1) >= row_of_head(behind)
                 : grid.rows[row].kind == RowKind::Body))
        declarations += html_.border("inline-end", look.guide_rule);
    if (may_have_guide && is_head && column > 0 && grid.columns[column - 1].has_guide &&
        row > row_of_head(column - 1))
        declarations += html_.border("inline-start", look.guide_rule);
    if (cell.vertical_alignment != VerticalAlignment::Middle)
        declarations +=
            fmt::format("vertical-align:{};",
                        cell.vertical_alignment == VerticalAlignment::Top ? "top" : "bottom");
    if (column == 0) declarations += start_edge(grid.rows[row], cell.indent);
    return declarations;
}

/// Guides begin below the heads of groups at either side: the lower head has them.
std::size_t TableLook::row_of_head(std::size_t column) const {
    const doc::Grid& grid = table_.grid;
    for (std::size_t row = 0; column < grid.columns.size() && row < grid.header_rows(); ++row) {
        const auto* cell = std::get_if<doc::Cell>(&grid.at(row, column));
        if (cell && cell->scope == HeaderScope::Column) return row;
    }
    return 0;
}

/// All cells clear the bar. It is no border: half of a collapsed one stands outside, and shines
/// through heads that stay where the window scrolls.
std::string TableLook::start_edge(const doc::Row& row, Pt indent) {
    Pt width;
    for (const BandStyle& band : table_.style.bands) width = std::max(width, band.bar_width);
    if (width <= Pt(0)) return "";
    std::string declarations = fmt::format("padding-inline-start:{};",
                                           style_.length(table_.style.padding_x + indent + width));
    if (row.band != kNoBand) {
        const bool is_ltr = html_.direction() == Direction::LeftToRight;
        declarations +=
            fmt::format("box-shadow:inset {}{} 0 {};", is_ltr ? "" : "-",
                        style_.length(band(row.band).bar_width), style_.colour(band(row.band).bar));
    }
    return declarations;
}

/// The style sheet paints fills, on cards behind the value alone.
std::string TableLook::of_ground(const doc::Cell& cell, const doc::Row& row, bool is_in_emphasis) {
    std::string declarations;
    if (cell.band != kNoBand)
        declarations = fmt::format("background-color:{};", style_.colour(band(cell.band).tint));
    if (!cell.fill) return declarations;
    declarations += fmt::format("--bsd-fill:{};", style_.colour(*cell.fill));
    const auto rim = rim_of_fill(*cell.fill, row, cell.band, is_in_emphasis, table_.style);
    if (rim) declarations += fmt::format("--bsd-rim:.06rem solid {};", style_.colour(*rim));
    return declarations;
}

/// Over the group's own columns: borders of neighbours would meet.
std::string TableLook::group_rule() {
    const RuleStyle& rule = table_.style.strong_rule;
    if (rule.width <= Pt(0)) return "";
    return fmt::format(
        "background:linear-gradient({0},{0}) bottom/calc(100% - 2*{1}) max(1px,{2}) no-repeat;",
        style_.colour(rule.colour), style_.length(table_.style.padding_x),
        style_.length(rule.width));
}

std::string TableLook::bar(int index) {
    return fmt::format("{} solid {}", style_.length(band(index).bar_width),
                       style_.colour(band(index).bar));
}

const BandStyle& TableLook::band(int index) const {
    return table_.style.bands[static_cast<std::size_t>(index)];
}

}  // namespace broadside::emit
