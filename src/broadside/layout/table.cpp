#include "broadside/layout/table.hpp"

#include <algorithm>
#include <numeric>

#include <fmt/format.h>

#include "broadside/layout/cell.hpp"
#include "broadside/layout/solve_columns.hpp"
#include "broadside/layout/solve_rows.hpp"
#include "broadside/layout/spoken_text.hpp"

namespace broadside::layout {

namespace {

using namespace literals;

/// Row heights are multiples of this, so that rows of like content are alike to the eye.
constexpr Pt kRowQuantum = 1_pt;

Pt sum(const std::vector<Pt>& lengths, std::size_t first, std::size_t count) {
    const auto begin = lengths.begin() + static_cast<std::ptrdiff_t>(first);
    return std::accumulate(begin, begin + static_cast<std::ptrdiff_t>(count), Pt(0));
}

/// White space between the edges of a cell and its content.
struct Padding {
    Pt start, end, y;
    Pt sides() const { return start + end; }
};

/// `padding_scale` leaves the sides alone: a line too close to a rule reads worse than one close to
/// its neighbours. The first column's content also clears the bar of a band.
class CellPadding {
public:
    CellPadding(const TableStyle& style, const Setting& setting)
        : x_(setting.scaled(style.padding_x)), y_(setting.space(style.padding_y)) {
        for (const BandStyle& band : style.bands)
            bar_ = std::max(bar_, setting.scaled(band.bar_width));
    }

    Padding of_column(std::size_t first_column) const {
        return {first_column == 0 ? x_ + bar_ : x_, x_, y_};
    }

private:
    Pt x_, y_, bar_;
};

TableStyle scaled(TableStyle style, const Setting& setting) {
    style.padding_x = setting.scaled(style.padding_x);
    style.padding_y = setting.space(style.padding_y);
    for (RuleStyle* rule : {&style.row_rule, &style.column_rule, &style.strong_rule}) {
        rule->width = setting.scaled(rule->width);
    }
    for (BandStyle& band : style.bands) band.bar_width = setting.scaled(band.bar_width);
    return style;
}

struct Demands {
    std::vector<ColumnDemand> columns;
    std::vector<SpanDemand> spans;
};

Demands column_demands(const doc::Grid& grid, const std::vector<PartCell>& cells,
                       const CellPadding& padding, Typesetter& typesetter) {
    Demands demands;
    for (std::size_t i = 0; i < grid.columns.size(); ++i) {
        const Pt sides = padding.of_column(i).sides();
        demands.columns.push_back({grid.columns[i].width, sides, sides});
    }
    for (const PartCell& part : cells) {
        const CellWidths widths = cell_widths(*part.cell, typesetter);
        const Pt sides = padding.of_column(part.column).sides();
        const Pt min_content = widths.min_content + sides;
        if (part.column_span > 1) {
            demands.spans.push_back({part.column, part.column_span, min_content});
            continue;
        }
        ColumnDemand& column = demands.columns[part.column];
        column.min_content = std::max(column.min_content, min_content);
        column.max_content = std::max(column.max_content, widths.max_content + sides);
    }
    return demands;
}

std::string describe_width(const doc::Column& column, const ColumnDemand& demand, Pt width) {
    const bool is_fixed = std::holds_alternative<FixedWidth>(column.width) ||
                          std::holds_alternative<Percentage>(column.width);
    if (is_fixed) {
        return fmt::format("column \"{}\" is {:.1f} mm wide by its width in the layout", column.id,
                           width / millimetres(1));
    }
    return fmt::format("column \"{}\" cannot be narrower than {:.1f} mm", column.id,
                       demand.min_content / millimetres(1));
}

void report_too_wide(const doc::Grid& grid, const std::vector<ColumnDemand>& columns,
                     const ColumnWidths& solved, Typesetter& typesetter) {
    std::vector<std::size_t> widest(columns.size());
    std::iota(widest.begin(), widest.end(), std::size_t{0});
    std::stable_sort(widest.begin(), widest.end(), [&](std::size_t a, std::size_t b) {
        return solved.widths[a] > solved.widths[b];
    });
    widest.resize(std::min<std::size_t>(widest.size(), 3));
    Diagnostic diagnostic;
    diagnostic.code = "overflow";
    diagnostic.message =
        fmt::format("the table of {} columns is {:.1f} mm wider than its page allows",
                    columns.size(), solved.missing / millimetres(1));
    for (const std::size_t i : widest) {
        diagnostic.hints.push_back(describe_width(grid.columns[i], columns[i], solved.widths[i]));
    }
    diagnostic.hints.push_back(
        "select fewer columns, turn the page to landscape, or reduce the type");
    typesetter.report_overflow(std::move(diagnostic));
}

/// Only columns of a width that the layout fixes can be narrower than their longest word.
void report_too_narrow(const doc::Column& column, const ColumnDemand& demand, Pt width,
                       Typesetter& typesetter) {
    Diagnostic diagnostic;
    diagnostic.code = "overflow";
    diagnostic.message =
        fmt::format("column \"{}\" is {:.1f} mm wide and needs {:.1f} mm for its longest word",
                    column.id, width / millimetres(1), demand.min_content / millimetres(1));
    diagnostic.hints.push_back("give it a wider \"width\" in the layout, or min-content");
    typesetter.report_overflow(std::move(diagnostic));
}

std::vector<RowDemand> row_demands(const std::vector<PartCell>& cells,
                                   const std::vector<Pt>& widths, const CellPadding& padding,
                                   Typesetter& typesetter) {
    std::vector<RowDemand> demands;
    demands.reserve(cells.size());
    for (const PartCell& part : cells) {
        const Padding around = padding.of_column(part.column);
        const Pt inner = sum(widths, part.column, part.column_span) - around.sides();
        const Pt height = cell_height(*part.cell, inner, typesetter) + 2 * around.y;
        demands.push_back({part.row, part.row_span, height});
    }
    return demands;
}

class PartPlacer {
public:
    PartPlacer(const doc::TableBlock& table, const SolvedPart& part, Point at,
               Typesetter& typesetter)
        : table_(table),
          rows_(part.rows),
          widths_(part.column_widths),
          heights_(part.row_heights),
          typesetter_(typesetter),
          padding_(table.style, typesetter.setting()) {
        placed_.style = scaled(table.style, typesetter.setting());
        placed_.summary = table.summary;
        placed_.box = {at.x, at.y, sum(widths_, 0, widths_.size()),
                       sum(heights_, 0, heights_.size())};
    }

    placed::Table place() {
        place_edges();
        const std::vector<PartCell> cells = part_cells(table_.grid, rows_);
        find_baselines(cells);
        for (const PartCell& part : cells) placed_.cells.push_back(place(part));
        return std::move(placed_);
    }

private:
    void place_edges() {
        Pt x = placed_.box.x;
        placed_.column_edges.push_back(x);
        for (const Pt width : widths_) placed_.column_edges.push_back(x += width);
        Pt y = placed_.box.y;
        for (std::size_t i = 0; i < rows_.size(); ++i) {
            const doc::Row& row = table_.grid.rows[rows_[i].grid_row];
            placed_.rows.push_back({row.kind, y, heights_[i], row.band, row.id, rows_[i].repeated});
            y += heights_[i];
        }
    }

    Rect box_of(const PartCell& part) const {
        return {placed_.column_edges[part.column], placed_.rows[part.row].y,
                sum(widths_, part.column, part.column_span),
                sum(heights_, part.row, part.row_span)};
    }

    /// Header cells sit on the rule below them, all others are centred.
    Pt content_top(const PartCell& part, Pt height) const {
        const Rect box = box_of(part);
        const bool is_head = placed_.rows[part.row].kind == RowKind::Header;
        return is_head ? box.bottom() - padding_.of_column(part.column).y - height
                       : box.y + (box.height - height) / 2;
    }

    /// Single lines of one row stand on one baseline, whatever their sizes: on that of the row's
    /// first one.
    void find_baselines(const std::vector<PartCell>& cells) {
        baselines_.resize(rows_.size());
        for (const PartCell& part : cells) {
            std::optional<Pt>& baseline = baselines_[part.row];
            if (baseline || part.row_span > 1) continue;
            const Pt inner = box_of(part).width - padding_.of_column(part.column).sides();
            const auto own = only_baseline(*part.cell, inner, typesetter_);
            if (own)
                baseline =
                    content_top(part, own_cell_height(*part.cell, inner, typesetter_)) + *own;
        }
    }

    placed::Cell place(const PartCell& part) {
        placed::Cell cell;
        cell.box = box_of(part);
        cell.row = part.row;
        cell.column = part.column;
        cell.row_span = part.row_span;
        cell.column_span = part.column_span;
        cell.scope = part.cell->scope;
        cell.band = part.cell->band;
        const Padding padding = padding_.of_column(part.column);
        const Pt inner = cell.box.width - padding.sides();
        Pt top = content_top(part, own_cell_height(*part.cell, inner, typesetter_));
        const auto own = only_baseline(*part.cell, inner, typesetter_);
        if (own && part.row_span == 1 && baselines_[part.row]) {
            const Pt shift = *baselines_[part.row] - (top + *own);
            if (std::abs(shift.value) < padding.y.value + 1) top += shift;
        }
        TextFrame frame{cell.box.x + padding.start, top, inner};
        frame.overhang = padding.end;
        cell.content = place_cell(*part.cell, frame, typesetter_);
        if (part.row_span > 1 || part.column_span > 1)
            cell.spoken = spoken_text(*part.cell, typesetter_);
        return cell;
    }

    const doc::TableBlock& table_;
    const std::vector<PartRow>& rows_;
    const std::vector<Pt>& widths_;
    const std::vector<Pt>& heights_;
    Typesetter& typesetter_;
    CellPadding padding_;
    std::vector<std::optional<Pt>> baselines_;
    placed::Table placed_;
};

}  // namespace

std::vector<Pt> table_column_widths(const doc::TableBlock& table, Pt width,
                                    Typesetter& typesetter) {
    const CellPadding padding(table.style, typesetter.setting());
    const std::vector<PartCell> cells = part_cells(table.grid, all_rows(table.grid));
    Demands demands = column_demands(table.grid, cells, padding, typesetter);
    ColumnWidths solved = solve_columns(demands.columns, demands.spans, width);
    if (solved.missing > Pt(0)) {
        report_too_wide(table.grid, demands.columns, solved, typesetter);
        return solved.widths;
    }
    for (std::size_t i = 0; i < demands.columns.size(); ++i) {
        const ColumnDemand& demand = demands.columns[i];
        if (!fits(demand.min_content, solved.widths[i]))
            report_too_narrow(table.grid.columns[i], demand, solved.widths[i], typesetter);
    }
    if (!typesetter.setting().free_widths) return solved.widths;
    const auto height_of = [&](const std::vector<Pt>& widths) {
        const std::vector<Pt> heights = solve_rows(
            table.grid.rows.size(), row_demands(cells, widths, padding, typesetter), Pt(0));
        return sum(heights, 0, heights.size());
    };
    return minimise_height(demands.columns, demands.spans, std::move(solved.widths), height_of);
}

std::vector<Pt> part_row_heights(const doc::TableBlock& table, const std::vector<PartRow>& rows,
                                 const std::vector<Pt>& column_widths, Typesetter& typesetter) {
    const CellPadding padding(table.style, typesetter.setting());
    const std::vector<PartCell> cells = part_cells(table.grid, rows);
    return solve_rows(rows.size(), row_demands(cells, column_widths, padding, typesetter),
                      typesetter.setting().scaled(kRowQuantum));
}

CellRoom room_in_cell(const doc::TableBlock& table, const SolvedPart& part, const PartCell& cell,
                      const Typesetter& typesetter) {
    const CellPadding padding(table.style, typesetter.setting());
    const Padding around = padding.of_column(cell.column);
    return {sum(part.column_widths, cell.column, cell.column_span) - around.sides() -
                badge_room(*cell.cell, typesetter),
            sum(part.row_heights, cell.row, cell.row_span) - 2 * around.y};
}

placed::Table place_part(const doc::TableBlock& table, const SolvedPart& part, Point at,
                         Typesetter& typesetter) {
    return PartPlacer(table, part, at, typesetter).place();
}

}  // namespace broadside::layout
