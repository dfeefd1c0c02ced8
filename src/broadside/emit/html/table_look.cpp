#include "broadside/emit/html/table_look.hpp"

#include <algorithm>
#include <variant>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "broadside/base/fill_rim.hpp"
#include "broadside/emit/markup.hpp"

namespace broadside::emit {

std::string TableLook::of_row(std::size_t index) {
    const TableStyle& look = table_.style;
    const std::vector<doc::Row>& rows = table_.grid.rows;
    const doc::Row& row = rows[index];
    std::string declarations;
    const auto on = [&](const Colour& colour) {
        declarations += "background:" + style_.colour(colour) + ";";
    };
    if (row.kind == RowKind::Section) on(look.section_fill);
    if (row.kind == RowKind::Body) {
        RuleStyle rule = look.row_rule;
        if (index + 1 < rows.size() && rows[index + 1].continues_name) rule.width = rule.width / 2;
        declarations = html_.border("bottom", rule);
    }
    if (row.begins_group) declarations += html_.border("top", look.guide_rule);
    if (row.is_summary && !rows[index - 1].is_summary)
        declarations += html_.border("top", look.strong_rule);
    if (index > 0 && row.is_emphasised != rows[index - 1].is_emphasised)
        declarations += html_.border("top", look.strong_rule);
    if (row.is_striped || row.is_emphasised)
        on(row.is_emphasised ? look.emphasis_fill : look.stripe_fill);
    if (table_.narrow == NarrowTable::Cards && row.band != kNoBand)
        declarations += fmt::format("--bsd-bar:{};", bar(row.band));
    if (table_.narrow == NarrowTable::Cards && row.level > 0)
        declarations += fmt::format("--bsd-level:{};", row.level);
    return declarations;
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
        declarations += "background:" + style_.colour(look.emphasis_fill) + ";" +
                        html_.border("inline", look.strong_rule);
    if (cell.indent > Pt(0))
        declarations +=
            fmt::format("padding-inline-start:{};", style_.length(look.padding_x + cell.indent));
    if (cell.fill) {
        const std::string gap =
            cell.band == kNoBand ? "transparent" : style_.colour(band(cell.band).tint);
        declarations += fmt::format("background:{} padding-box;", style_.colour(*cell.fill));
        if (const auto rim =
                rim_of_fill(*cell.fill, grid.rows[row], cell.band, is_emphasised, look))
            declarations += fmt::format("outline:.06rem solid {0};outline-offset:-.12rem;",
                                        style_.colour(*rim));
        if (!is_emphasised) declarations += "border-inline:.06rem solid " + gap + ";";
    } else {
        declarations += of_copy(cell);
    }
    if (grid.columns[column + cell.column_span - 1].has_guide && !is_slanted && !is_emphasised &&
        (cell.scope == HeaderScope::Column || grid.rows[row].kind == RowKind::Body))
        declarations += html_.border("inline-end", look.guide_rule);
    if (cell.vertical_alignment != VerticalAlignment::Middle)
        declarations +=
            fmt::format("vertical-align:{};",
                        cell.vertical_alignment == VerticalAlignment::Top ? "top" : "bottom");
    if (column == 0) declarations += start_edge(grid.rows[row], cell.indent);
    return declarations;
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
        declarations += fmt::format(
            "background-image:linear-gradient({0},{0});background-size:{1} 100%;"
            "background-repeat:no-repeat;background-position:{2};",
            style_.colour(band(row.band).bar), style_.length(band(row.band).bar_width),
            is_ltr ? "left" : "right");
    }
    return declarations;
}

std::string TableLook::of_copy(const doc::Cell& cell) {
    if (!cell.fill && cell.band == kNoBand) return "";
    return fmt::format("background:{};",
                       style_.colour(cell.fill ? *cell.fill : band(cell.band).tint));
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
