#include "broadside/emit/html/widths.hpp"

#include <algorithm>
#include <cstddef>
#include <limits>
#include <map>
#include <numeric>
#include <span>
#include <utility>
#include <variant>

#include "broadside/base/style.hpp"
#include "broadside/base/turn.hpp"
#include "broadside/doc/parts.hpp"
#include "broadside/emit/html/extents.hpp"
#include "broadside/emit/html/figures.hpp"
#include "broadside/emit/html/heads.hpp"
#include "broadside/unicode/characters.hpp"
#include "broadside/unicode/numbers.hpp"
#include "broadside/unicode/utf8.hpp"

namespace broadside::emit {

namespace {

constexpr double kReadWithEase = 8;  // a line of text, of the size of a cell's
constexpr double kTurnedHead = 2;    // the same
constexpr double kWholeLine = 20;    // the same: longer ones break in the widest windows too
constexpr double kBeforeBadge = 0.4;

/// Of a column's figures, at both sides of their axis: each has room for the widest of others.
struct FigureExtent {
    double before = 0, behind = 0;

    void widen(const doc::Cell& cell, TextSetting set) {
        if (cell.leaves_axis) return;
        for (const doc::Paragraph* text : doc::paragraphs_of(cell.content)) {
            if (!doc::has_figure(*text)) continue;
            std::vector<doc::Span> head, tail;
            for (const doc::Span& span : text->spans) {
                (tail.empty() ? head : tail).push_back(span);
                if (!span.axis) continue;
                head.back().text.resize(*span.axis);
                tail.assign(1, span);
                tail.back().text.erase(0, *span.axis);
            }
            before = std::max(before, extent_of(head, set).line);
            behind = std::max(behind, extent_of(tail, set).line);
        }
    }
};

/// So that the words of cells over several columns have room.
void widen_spanned(const doc::Grid& grid, TextSetting set, double padding,
                   std::vector<double>& widths) {
    for (std::size_t i = grid.header_rows() * widths.size(); i < grid.slots.size(); ++i) {
        const auto* cell = std::get_if<doc::Cell>(&grid.slots[i]);
        if (!cell || cell->column_span == 1 || cell->column_span == widths.size()) continue;
        const std::span<double> own =
            std::span(widths).subspan(i % widths.size(), cell->column_span);
        const auto count = static_cast<double>(own.size());
        const double room = std::accumulate(own.begin(), own.end(), padding * (count - 1));
        const double lack = (extent_of(*cell, set).word - room) / count;
        for (double& width : own) width += std::max(0.0, lack);
    }
}

/// The heads of single columns with their columns.
template <typename Visit>
void for_each_head(const doc::Grid& grid, Visit visit) {
    for (std::size_t i = 0, end = grid.header_rows() * grid.columns.size(); i < end; ++i) {
        const auto* cell = std::get_if<doc::Cell>(&grid.slots[i]);
        if (cell && cell->scope == HeaderScope::Column) visit(*cell, i % grid.columns.size());
    }
}

/// How long a line is that the column keeps whole.
double whole_line(const WidthRule& rule, TextSetting set) {
    if (std::holds_alternative<MaxContent>(rule)) return std::numeric_limits<double>::infinity();
    const auto* fit = std::get_if<FitContent>(&rule);
    return fit ? fit->limit / set.main : 0;
}

/// What the cells of the column have more than padding at both sides.
double beside_guide(const doc::Column& column, double padding) {
    return column.has_guide ? kRoomBeforeGuide * padding / 2 : 0;
}

/// Of the cells below the heads, one a column.
std::vector<Extent> extents_of_columns(const doc::Grid& grid, TextSetting set) {
    const std::size_t columns = grid.columns.size();
    std::vector<Extent> extents(columns);
    for (std::size_t i = grid.header_rows() * columns; i < grid.slots.size(); ++i) {
        const auto* cell = std::get_if<doc::Cell>(&grid.slots[i]);
        if (cell && cell->column_span == 1) extents[i % columns].widen(extent_of(*cell, set));
    }
    return extents;
}

/// Columns of one width, as months have, keep to one: three at least, in which longer words are
/// broken.
void keep_alike(const doc::Grid& grid, TextSetting set, double padding,
                const std::vector<Extent>& below,
                std::vector<std::optional<GivingColumn>>& giving) {
    constexpr std::size_t kFewest = 3;
    std::map<double, std::vector<std::size_t>> columns;  // by their widths
    std::vector<double> words(below.size());
    for (std::size_t column = 0; column < below.size(); ++column) {
        words[column] = below[column].word;
        if (const auto* fixed = std::get_if<FixedWidth>(&grid.columns[column].width))
            columns[fixed->width / set.main].push_back(column);
    }
    for_each_head(grid, [&](const doc::Cell& head, std::size_t column) {
        if (grid.columns[column].head == HeadTurn::Upright)
            words[column] = std::max(
                words[column], extent_of(head.short_form ? *head.short_form : head, set).word);
    });
    for (const auto& [width, alike] : columns) {
        if (alike.size() < kFewest) continue;
        double most = 0;
        for (const std::size_t column : alike) most = std::max(most, words[column]);
        most = std::min(most, width - padding);
        for (const std::size_t column : alike)
            giving[column] = GivingColumn{most, 0, most + padding};
    }
}

}  // namespace

double width_of_symbols(const doc::Table& table, TextSetting set) {
    const std::vector<Extent> below = extents_of_columns(table.grid, set);
    double widest = 0;
    std::size_t count = 0;
    for (std::size_t i = 0; i < below.size(); ++i) {
        const doc::Column& column = table.grid.columns[i];
        if (!column.is_symbols || column.head == HeadTurn::Upright) continue;
        widest = std::max(widest, below[i].line);
        ++count;
    }
    return count < 2 ? 0 : widest;
}

double room_for_slant(const doc::Table& table, TextSetting set) {
    const doc::Grid& grid = table.grid;
    double room = 0;
    for_each_head(grid, [&](const doc::Cell& upright, std::size_t column) {
        if (grid.columns[column].head != HeadTurn::Slanted) return;
        const doc::Cell& head = upright.short_form ? *upright.short_form : upright;
        const auto* title =
            head.content.empty() ? nullptr : std::get_if<doc::Paragraph>(&head.content.front());
        if (!title) return;
        const double size = title->spans.front().style.size / set.main;
        const auto behind = static_cast<double>(grid.columns.size() - 1 - column);
        room = std::max(room, kSlant * extent_of(title_spans(*title), set).line -
                                  (size + 2 * table.style.padding_x / set.main) * behind);
    });
    return room;
}

namespace {

double smallest_type(const doc::Grid& grid, TextSetting set) {
    double smallest = 1;
    for (const doc::Slot& slot : grid.slots) {
        const auto* cell = std::get_if<doc::Cell>(&slot);
        if (!cell) continue;
        for (const doc::Paragraph* text : doc::paragraphs_of(cell->content))
            for (const doc::Span& span : text->spans)
                if (!span.hangs && !span.symbol && !span.text.empty())
                    smallest = std::min(smallest, span.style.size / set.main);
    }
    return smallest;
}

}  // namespace

NeededWidth needed_width(const doc::Table& table, TextSetting set, Heads heads) {
    const doc::Grid& grid = table.grid;
    const std::size_t columns = grid.columns.size();
    std::vector<double> widths(columns), least(columns);
    std::vector<FigureExtent> figures(columns);
    for_each_head(grid, [&](const doc::Cell& head, std::size_t column) {
        const HeadTurn turn = grid.columns[column].head;
        const bool is_turned = heads == Heads::Narrow
                                   ? turn != HeadTurn::Upright
                                   : turn == HeadTurn::Rotated || turn == HeadTurn::Slanted;
        const bool is_brief = heads == Heads::Narrow && head.short_form;
        widths[column] =
            is_turned ? kTurnedHead : extent_of(is_brief ? *head.short_form : head, set).word;
        least[column] = widths[column];
    });
    std::size_t last_row_head = 0;
    for (std::size_t i = grid.header_rows() * columns; i < grid.slots.size(); ++i) {
        const auto* cell = std::get_if<doc::Cell>(&grid.slots[i]);
        if (!cell || cell->column_span > 1) continue;
        const std::size_t column = i % columns;
        const Extent extent = extent_of(*cell, set);
        const double whole = whole_line(grid.columns[column].width, set);
        const double badge = cell->badge ? cell->badge->height / set.main + kBeforeBadge : 0;
        const auto widen = [&](double& width, double line) {
            width = std::max(width, extent.at_most(line) + badge + cell->indent / set.main);
        };
        widen(widths[column], std::max(kReadWithEase, whole));
        widen(least[column], whole);
        figures[column].widen(*cell, set);
        if (cell->scope == HeaderScope::Row) last_row_head = column;
    }
    const double padding = 2 * table.style.padding_x / set.main;
    const double symbols = width_of_symbols(table, set);
    for (std::size_t column = 0; column < columns; ++column) {
        least[column] = std::max(least[column], figures[column].before + figures[column].behind);
        if (!grid.columns[column].is_symbols || grid.columns[column].head == HeadTurn::Upright)
            continue;
        least[column] = std::max(least[column], symbols);
        widths[column] = std::max(widths[column], symbols);
    }
    widen_spanned(grid, set, padding, least);
    const auto giving = giving_columns(table, set);
    NeededWidth needed;
    needed.smallest = smallest_type(grid, set);
    for (std::size_t column = 0; column < columns; ++column) {
        const auto* fixed = std::get_if<FixedWidth>(&grid.columns[column].width);
        const bool gives_way = heads == Heads::Narrow && giving[column];
        const auto padded = [&](double width) {
            if (gives_way && giving[column]->least > 0) return giving[column]->least;
            return std::max(width + padding + beside_guide(grid.columns[column], padding),
                            fixed && !gives_way ? fixed->width / set.main : 0);
        };
        needed.table += padded(widths[column]);
        needed.least += padded(least[column]);
        if (column == last_row_head) needed.row_heads = needed.table;
    }
    return needed;
}

std::vector<std::optional<GivingColumn>> giving_columns(const doc::Table& table, TextSetting set) {
    const doc::Grid& grid = table.grid;
    const double padding = 2 * table.style.padding_x / set.main;
    const std::vector<Extent> below = extents_of_columns(grid, set);
    std::vector<double> in_one_line(below.size()), in_two_lines(below.size());
    for_each_head(grid, [&](const doc::Cell& head, std::size_t column) {
        if (grid.columns[column].head != HeadTurn::Upright) return;
        for (const doc::Paragraph* text : doc::paragraphs_of(head.content)) {
            in_one_line[column] = std::max(in_one_line[column], extent_of(text->spans, set).line);
            in_two_lines[column] = std::max(in_two_lines[column], width_in_two_lines(*text, set));
        }
    });
    std::vector<std::optional<GivingColumn>> giving(below.size());
    double whole = 0, mostly_whole = 0;  // the width of the table in which all lines are
    for (std::size_t column = 0; column < below.size(); ++column) {
        const WidthRule& rule = grid.columns[column].width;
        const auto* fixed = std::get_if<FixedWidth>(&rule);
        const auto widen = [&](double& table_width, double line) {
            const double words = fixed ? line : std::max(line, in_one_line[column]);
            table_width += std::max(words + padding + beside_guide(grid.columns[column], padding),
                                    fixed ? fixed->width / set.main : 0);
        };
        widen(whole, below[column].line);
        widen(mostly_whole, below[column].at_most(kWholeLine));
        const bool is_auto =
            !std::holds_alternative<Percentage>(rule) && !std::holds_alternative<Fraction>(rule);
        const bool breaks = below[column].line > below[column].at_most(whole_line(rule, set));
        if (breaks || !(fixed || (is_auto && in_one_line[column] > below[column].line))) continue;
        const double most = fixed ? fixed->width / set.main - padding : in_two_lines[column];
        giving[column] =
            GivingColumn{std::max(std::min(in_two_lines[column], most), below[column].line), 0};
    }
    keep_alike(grid, set, padding, below, giving);
    for (std::size_t column = 0; column < below.size(); ++column) {
        const bool is_fixed = std::holds_alternative<FixedWidth>(grid.columns[column].width);
        if (giving[column]) giving[column]->window = is_fixed ? mostly_whole : whole;
    }
    return giving;
}

}  // namespace broadside::emit
