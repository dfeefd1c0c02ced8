#include "broadside/layout/table.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "broadside/doc/parts.hpp"
#include "broadside/layout/bisect.hpp"
#include "broadside/layout/cell_padding.hpp"
#include "broadside/layout/column_form.hpp"
#include "broadside/layout/minimise_height.hpp"
#include "broadside/layout/settle_widths.hpp"
#include "broadside/layout/solve_rows.hpp"
#include "broadside/layout/table_misfit.hpp"
#include "broadside/layout/torn_heads.hpp"
#include "broadside/layout/turned_cell.hpp"
#include "broadside/layout/whole_words.hpp"

namespace broadside::layout {

namespace {

/// `may_break`: whether text that runs upwards may stand in two lines.
Pt part_height(const PartCell& part, Pt inner_width, bool may_break, Typesetter& typesetter) {
    if (!part.is_turned) return cell_height(*part.cell, inner_width, typesetter);
    return head_size(part, turned_size(*part.cell, typesetter,
                                       turned_room(part, may_break ? inner_width : Pt(0))))
        .height;
}

/// Whether heads that run upwards are much higher in one line each than where those that have room
/// for two stand in them: one that differs from all others looks like a mistake.
bool breaks_turned_heads(const doc::Grid& grid, const std::vector<PartCell>& cells,
                         const std::vector<Pt>& widths, const CellPadding& padding,
                         Typesetter& typesetter) {
    constexpr double kLittleHigher = 1.15;
    Pt whole, broken;
    for (const PartCell& part : cells) {
        if (!part.is_turned || is_group_title(grid, part)) continue;
        const Pt inner = padding.inner(part, widths);
        whole = std::max(whole, part_height(part, inner, false, typesetter));
        broken = std::max(broken, part_height(part, inner, true, typesetter));
    }
    return !fits(whole, broken * kLittleHigher);
}

/// What a message calls the columns of a cell.
std::string name_of_columns(const doc::Grid& grid, const PartCell& part) {
    const std::size_t begin = part.column + part.cell->lead;
    const std::size_t last_column = part.column + part.column_span - 1;
    const std::string& first = grid.columns[begin].id;
    if (last_column + 1 - begin == grid.columns.size()) return "the table";
    if (begin == last_column) return fmt::format("column \"{}\"", first);
    const std::string& last = grid.columns[last_column].id;
    return fmt::format("from \"{}\" to \"{}\" the table", first, last);
}

void report_broken_words(const doc::Grid& grid, const std::vector<PartCell>& cells,
                         const std::vector<Pt>& widths, const CellPadding& padding,
                         Typesetter& typesetter) {
    for (const PartCell& part : cells) {
        if (part.is_turned) continue;
        const Pt room = padding.inner(part, widths);
        if (fits(cell_widths(*part.cell, typesetter).min_content, room)) continue;
        typesetter.peers().for_each(*part.cell, [&](const doc::Cell& cell) {
            for (const doc::Content& content : cell.content) {
                if (const auto* paragraph = std::get_if<doc::Paragraph>(&content))
                    typesetter.report_broken_word(*paragraph,
                                                  room - side_room(cell, content, typesetter),
                                                  name_of_columns(grid, part));
            }
        });
    }
}

/// Of the cells of the body, names without their details.
BrokenTexts broken_texts(const doc::Grid& grid, const std::vector<PartCell>& cells,
                         const std::vector<Pt>& widths, const CellPadding& padding,
                         Typesetter& typesetter) {
    constexpr double kLong = 14;  // em: about thirty letters
    constexpr double kMostLines = 3;
    struct Counts {
        std::size_t all = 0, broken = 0, long_ones = 0, high = 0;
    };
    const Pt long_from =
        typesetter.setting().scaled(kLong * typesetter.peers().first().page.text.size);
    std::vector<Counts> columns(widths.size());
    BrokenTexts found;
    for (const PartCell& part : cells) {
        const bool is_body = grid.rows[part.grid_row].kind == RowKind::Body;
        if (!is_body || part.column_span > 1 || part.is_turned || part.cell->content.empty())
            continue;
        const Pt room = std::max(Pt(1), padding.inner(part, widths));
        const bool is_name = part.cell->scope == HeaderScope::Row;
        const Pt line = is_name ? lead_width(*part.cell, typesetter)
                                : cell_widths(*part.cell, typesetter).max_content;
        Counts& column = columns[part.column];
        ++column.all;
        column.long_ones += !is_name && line > long_from;
        if (fits(line, room)) continue;
        ++column.broken;
        column.high += !fits(line, kMostLines * room);
        if (!is_name) continue;
        const std::size_t lines = static_cast<std::size_t>(std::ceil(line / room)) - 1;
        found.lines_of_names += lines;
        if (grid.columns[part.column].has_default_width) found.lines_of_open_names += lines;
    }
    for (const Counts& column : columns) {
        if (2 * column.broken > column.all) {
            ++found.columns;
            found.short_columns += 2 * column.long_ones <= column.all;
        } else {
            found.few_texts += column.broken;
        }
        found.high_columns += column.high > 0;
    }
    return found;
}

/// Heads in three lines or more, above words or figures whose widths are not the layout's.
std::size_t high_heads(const doc::Grid& grid, const std::vector<ColumnDemand>& columns,
                       const std::vector<Pt>& widths) {
    std::size_t count = 0;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const bool is_meant = !grid.columns[i].is_symbols && grid.columns[i].has_default_width;
        count += is_meant && !fits(columns[i].head_in_two, widths[i]);
    }
    return count;
}

std::vector<RowDemand> row_demands(const doc::Grid& grid, const std::vector<PartCell>& cells,
                                   const std::vector<Pt>& widths, const CellPadding& padding,
                                   Typesetter& typesetter) {
    std::vector<RowDemand> demands;
    demands.reserve(cells.size());
    const bool may_break = breaks_turned_heads(grid, cells, widths, padding, typesetter);
    for (const PartCell& part : cells) {
        const Pt inner = padding.inner(part, widths);
        const Pt height =
            part_height(part, inner, may_break || is_group_title(grid, part), typesetter) +
            2 * padding.of(part).y;
        demands.push_back({part.row, part.row_span, height});
    }
    return demands;
}

/// Every body row asks for what the one does that needs most.
void share_equally(std::vector<RowDemand>& demands, const doc::Grid& grid,
                   const std::vector<PartRow>& rows) {
    const auto is_body = [&](std::size_t row) {
        return grid.rows[rows[row].grid_row].kind == RowKind::Body;
    };
    Pt most;
    for (const RowDemand& demand : demands) {
        if (is_body(demand.row))
            most = std::max(most, demand.height / static_cast<double>(demand.span));
    }
    std::erase_if(demands, [&](const RowDemand& demand) { return is_body(demand.row); });
    for (std::size_t row = 0; row < rows.size(); ++row)
        if (is_body(row)) demands.push_back({row, 1, most});
}

/// What is left of a cut cell, in the last of its rows.
std::optional<RowDemand> cut_demand(const doc::Table& table, const SolvedPart& part,
                                    const PartCell& cell, const CutCells& cut,
                                    Typesetter& typesetter) {
    const std::size_t last_row = part.rows[cell.row + cell.row_span - 1].grid_row;
    if (last_row + 1 < cell.grid_row + cell.cell->row_span) return std::nullopt;
    const Pt inner = inner_width(table, cell, part.columns.widths, typesetter);
    const Pt left = typesetter.peers().most(*cell.cell, [&](const doc::Cell& peer) {
        return own_height_from(peer, cut.at(&peer).first, inner, typesetter);
    });
    if (left <= Pt(0)) return std::nullopt;
    const Pt padding = CellPadding(table, typesetter.setting()).of(cell).y;
    return RowDemand{cell.row, cell.row_span, left + 2 * padding};
}

/// Keeps columns to the widths that the layout gives, but for what is below a limit, and names to
/// their lines.
void hold_names_and_given(std::vector<ColumnDemand>& columns, const std::vector<PartCell>& cells,
                          const std::vector<Pt>& widths, const CellPadding& padding,
                          Typesetter& typesetter) {
    constexpr int kBisections = 6;
    const auto height_of_names = [&](std::size_t column, Pt width) {
        Pt total;
        for (const PartCell& part : cells) {
            if (part.column != column || part.column_span > 1 || part.is_turned ||
                part.cell->scope != HeaderScope::Row)
                continue;
            total += cell_height(*part.cell, width - padding.of(part).sides(), typesetter);
        }
        return total;
    };
    for (std::size_t i = 0; i < columns.size(); ++i) {
        ColumnDemand& column = columns[i];
        const bool is_limit = std::holds_alternative<FitContent>(column.rule);
        if (column.is_given && !is_limit) column.rule = FixedWidth{widths[i]};
        if (is_fixed(column.rule) || !column.has_names) continue;
        const Pt height = height_of_names(i, widths[i]);
        column.min_content = bisected(widths[i], column.min_content, kBisections, [&](Pt width) {
            return fits(height_of_names(i, width), height);
        });
    }
}

/// From `scale` on, which is theirs now, to 1: that of fixed widths beside which the others, where
/// all are as wide as what they hold, have no more than that.
double filling_scale(const std::vector<ColumnDemand>& columns, double scale, Pt available) {
    Pt fixed, others;
    for (const ColumnDemand& column : columns) {
        const bool takes_any = std::holds_alternative<Fraction>(column.rule) ||
                               std::holds_alternative<AutoWidth>(column.rule);
        if (takes_any) return scale;
        if (const auto* width = std::get_if<FixedWidth>(&column.rule))
            fixed += width->width;
        else
            others += fixed_width(column.rule, available).value_or(column.max_content);
    }
    if (fixed <= Pt(0)) return scale;
    return std::clamp(scale * ((available - others) / fixed), scale, 1.0);
}

std::vector<Pt> column_widths(const doc::Table& table, Pt width, const ColumnForm& form,
                              Typesetter& typesetter) {
    const CellPadding padding(table, typesetter.setting());
    const std::vector<PartCell> cells = all_cells(table.grid, form.heads);
    const double fixed_scale = scale_of_fixed_widths(typesetter);
    TableDemands demands = table_demands(table, cells, form, typesetter, fixed_scale);
    // Larger type is no reason to be wider than the page.
    if (fixed_scale > 1 && solve_columns(demands.columns, demands.spans, width).missing > Pt(0))
        demands = table_demands(table, cells, form, typesetter, 1);
    if (fixed_scale < 1) {
        const double filling = filling_scale(demands.columns, fixed_scale, width);
        demands = table_demands(table, cells, form, typesetter, filling);
    }
    const bool may_break = typesetter.setting().long_words == LongWords::Broken;
    if (may_break) break_words(demands.columns, demands.spans, width);
    typesetter.tell_hyphenated_columns(keep_words_whole(demands.columns, demands.spans, width));
    typesetter.tell_parted_names(part_long_names(demands.columns, demands.spans, width));
    ColumnWidths solved = solve_columns(demands.columns, demands.spans, width);
    if (solved.missing > Pt(0)) {
        report_wide_table(table.grid, demands, solved, typesetter);
        return solved.widths;
    }
    report_narrow_columns(table.grid, demands, solved.widths, typesetter);
    const auto finished = [&](std::vector<Pt> widths) {
        if (may_break) report_broken_words(table.grid, cells, widths, padding, typesetter);
        report_narrowed_columns(table, demands, widths, typesetter);
        typesetter.tell_torn_heads(
            torn_heads(table, cells, demands.columns, widths, typesetter,
                       [](const doc::Column& column) { return column.may_turn; }));
        BrokenTexts broken = broken_texts(table.grid, cells, widths, padding, typesetter);
        broken.high_heads = high_heads(table.grid, demands.columns, widths);
        typesetter.tell_broken_texts(broken);
        return widths;
    };
    if (solved.is_squeezed) typesetter.tell_squeezed();
    if (solved.breaks_content) typesetter.tell_broken_content();
    const HeightOf height_of = [&](const std::vector<Pt>& widths) {
        const std::vector<Pt> heights =
            solve_rows(table.grid.rows.size(),
                       row_demands(table.grid, cells, widths, padding, typesetter), Pt(0));
        return sum(heights);
    };
    std::vector<Pt> widths = std::move(solved.widths);
    const FreeWidths free = typesetter.setting().free_widths;
    std::vector<ColumnDemand> moving = demands.columns;
    if (free == FreeWidths::Open) hold_names_and_given(moving, cells, widths, padding, typesetter);
    if (free != FreeWidths::None)
        widths = minimise_height(moving, demands.spans, std::move(widths), height_of);
    return finished(settle_widths(demands.columns, demands.spans, scales(table.grid, cells),
                                  std::move(widths), height_of));
}

/// How far heads that lean, and the lines beside them, reach beyond the table's end.
Pt overhang_of_heads(const doc::Table& table, const std::vector<Pt>& widths, const Heads& heads,
                     Typesetter& typesetter) {
    const std::vector<doc::Column>& columns = table.grid.columns;
    if (std::none_of(columns.begin(), columns.end(),
                     [](const doc::Column& column) { return column.head == HeadTurn::Slanted; }))
        return Pt(0);
    const CellPadding padding(table, typesetter.setting());
    std::vector<PartRow> rows = all_rows(table.grid);
    rows.resize(table.grid.header_rows());
    const std::vector<PartCell> cells = part_cells(table.grid, rows, heads);
    const Pt height =
        sum(solve_rows(rows.size(), row_demands(table.grid, cells, widths, padding, typesetter),
                       typesetter.setting().scaled(kRowQuantum)));
    Pt reach;
    for (const PartCell& part : cells) {
        if (!part.is_slanted) continue;
        const Padding around = padding.of(part);
        const Rect box{sum(widths, 0, part.column), Pt(0), widths[part.column], 2 * around.y};
        const Rect room = inset(box, {around.y, around.end, around.y, around.start});
        const Size size = turned_size(*part.cell, typesetter, std::nullopt);
        reach = std::max(reach, box.x + slanted_reach(*part.cell, box, room, size));
        const doc::Column& column = columns[part.column];
        if (column.has_guide || column.is_emphasised) reach = std::max(reach, box.right() + height);
    }
    return std::max(Pt(0), reach - sum(widths));
}

}  // namespace

TableColumns table_columns(const doc::Table& table, Pt width, Typesetter& typesetter) {
    const ColumnForm form = choose_form(table, width, typesetter);
    std::vector<Pt> widths = column_widths(table, width, form, typesetter);
    // In narrower columns they reach further, but by less and less.
    constexpr int kTries = 4;
    Pt room = width;
    for (int i = 0; i < kTries; ++i) {
        const Pt overhang = overhang_of_heads(table, widths, form.heads, typesetter);
        const bool is_too_wide = !fits(sum(widths), room);
        if (is_too_wide || fits(sum(widths) + overhang, width)) break;
        room = std::max(Pt(0), width - overhang);
        widths = column_widths(table, room, form, typesetter);
    }
    TableColumns columns{std::move(widths), form.heads};
    for (const Direction direction : typesetter.peers().directions())
        columns.figures.push_back(figure_columns(table, form.heads, direction, typesetter));
    return columns;
}

std::vector<Pt> part_row_heights(const doc::Table& table, const SolvedPart& part,
                                 Typesetter& typesetter, const CutCells& cut) {
    const CellPadding padding(table, typesetter.setting());
    std::vector<PartCell> cells = part_cells(table.grid, part.rows, part.columns.heads);
    std::vector<RowDemand> cut_demands;
    if (!cut.empty()) {
        std::erase_if(cells, [&](const PartCell& cell) {
            if (cut.count(cell.cell) == 0) return false;
            if (const auto demand = cut_demand(table, part, cell, cut, typesetter))
                cut_demands.push_back(*demand);
            return true;
        });
    }
    std::vector<RowDemand> demands =
        row_demands(table.grid, cells, part.columns.widths, padding, typesetter);
    demands.insert(demands.end(), cut_demands.begin(), cut_demands.end());
    if (table.equal_rows) share_equally(demands, table.grid, part.rows);
    return solve_rows(part.rows.size(), std::move(demands),
                      typesetter.setting().scaled(kRowQuantum));
}

Pt inner_width(const doc::Table& table, const PartCell& cell, const std::vector<Pt>& widths,
               const Typesetter& typesetter) {
    return CellPadding(table, typesetter.setting()).inner(cell, widths);
}

Pt own_part_height(const PartCell& cell, Pt inner_width, Typesetter& typesetter) {
    if (!cell.is_turned) return own_cell_height(*cell.cell, inner_width, typesetter);
    return head_size(cell, own_turned_size(*cell.cell, typesetter, turned_room(cell, inner_width)))
        .height;
}

CellRoom room_in_cell(const doc::Table& table, const SolvedPart& part, const PartCell& cell,
                      const Typesetter& typesetter) {
    const CellPadding padding(table, typesetter.setting());
    return {padding.inner(cell, part.columns.widths),
            sum(part.row_heights, cell.row, cell.row_span) - 2 * padding.of(cell).y};
}

}  // namespace broadside::layout
