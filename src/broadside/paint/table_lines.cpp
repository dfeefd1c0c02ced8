#include "broadside/paint/table_shapes.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "broadside/paint/table_slots.hpp"

namespace broadside::paint {

namespace {

bool is_body(const placed::Table& table, std::size_t row) {
    return table.rows[row].kind == RowKind::Body;
}

/// Whether the row is the first that sums up those above it.
bool begins_summary(const placed::Table& table, std::size_t row) {
    return table.rows[row].is_summary && !table.rows[row - 1].is_summary;
}

/// Beside the stretches of `rows` that are in.
template <typename IsIn>
void append_vertical(const placed::Table& table, SlotRange rows, Pt x, IsIn is_in,
                     std::vector<Segment>& segments) {
    for (const SlotRange own : stretches(rows, is_in)) {
        const Rect beside = area(table, own, all_columns(table));
        segments.push_back({{x, beside.y}, {x, beside.bottom()}});
    }
}

Segment horizontal(const placed::Table& table, SlotRange columns, Pt y) {
    const Pt a = table.column_edges[columns.first];
    const Pt b = table.column_edges[columns.last];
    return {{std::min(a, b), y}, {std::max(a, b), y}};
}

/// Whether a cell at either side of the edge has a fill, whose end is seen.
bool has_fill_at(const placed::Table& table, const SlotMap& slots, std::size_t row,
                 std::size_t edge) {
    const auto is_filled = [&](std::size_t column) {
        return table.cells[slots.at(row, column)].fill.has_value();
    };
    return is_filled(edge - 1) || is_filled(edge);
}

/// The edges beside merged cells, each with the rows that have one and no fill there. Beside names
/// the rules of rows show how far they reach.
std::map<std::size_t, std::set<std::size_t>> merged_sides(const placed::Table& table,
                                                          const SlotMap& slots) {
    std::map<std::size_t, std::set<std::size_t>> sides;
    for (const placed::Cell& cell : table.cells) {
        if (cell.row_span < 2 || !is_body(table, cell.row) || cell.scope == HeaderScope::Row)
            continue;
        for (const std::size_t edge : {cell.column, cell.column + cell.column_span}) {
            if (edge == 0 || edge + 1 >= table.column_edges.size()) continue;
            for (std::size_t row = cell.row; row < cell.row + cell.row_span; ++row)
                if (!has_fill_at(table, slots, row, edge)) sides[edge].insert(row);
        }
    }
    return sides;
}

/// Above a row, where no cell lies across.
void append_open(const placed::Table& table, const SlotMap& slots, std::size_t row,
                 std::vector<Segment>& segments) {
    const auto is_open = [&](std::size_t column) {
        return slots.at(row, column) != slots.at(row - 1, column);
    };
    for (const SlotRange columns : stretches({0, slots.columns()}, is_open))
        segments.push_back(horizontal(table, columns, table.rows[row].y));
}

/// The line at `x` goes on beside a head that leans.
void append_slant(const placed::Table& table, const ColumnSide& side, Pt x,
                  std::vector<Segment>& segments) {
    if (side.slanted_head == nullptr) return;
    const Rect& head = side.slanted_head->box;
    const bool is_rtl = table.direction == Direction::RightToLeft;
    segments.push_back({{x, head.bottom()}, {is_rtl ? x - head.height : x + head.height, head.y}});
}

/// Guides are as high as others: no higher than below the spanners at either side of any.
std::size_t first_guided_row(const placed::Table& table) {
    std::size_t first = 0;
    for (const std::size_t guide : table.guides) {
        for (std::size_t i = guide; i < std::min(guide + 2, table.column_edges.size() - 1); ++i) {
            const ColumnSide side = side_of(table, i);
            if (side.slanted_head == nullptr) first = std::max(first, side.first_row);
        }
    }
    return first;
}

/// Where the guide of this number stands.
Pt guide_at(const placed::Table& table, std::size_t number) {
    const Pt edge = table.column_edges[table.guides[number] + 1];
    if (table.guide_shifts.empty()) return edge;
    const Pt shift = table.guide_shifts[number];
    return table.direction == Direction::RightToLeft ? edge - shift : edge + shift;
}

}  // namespace

std::vector<Segment> emphasis_segments(const placed::Table& table) {
    const SlotMap slots(table);
    const std::size_t left = table.direction == Direction::RightToLeft ? 1 : 0;
    std::vector<Segment> segments;
    for (const std::size_t column : table.emphasised) {
        const ColumnSide side = side_of(table, column);
        const SlotRange rows{first_emphasised_row(table, column), table.rows.size()};
        for (const std::size_t edge : {column + left, column + 1 - left}) {
            const Pt x = table.column_edges[edge];
            const auto is_open = [&](std::size_t row) { return is_open_at(slots, row, edge); };
            append_vertical(table, rows, x, is_open, segments);
            append_slant(table, side, x, segments);
        }
    }
    return segments;
}

std::vector<Segment> row_segments(const placed::Table& table, Between between) {
    const SlotMap slots(table);
    std::vector<Segment> segments;
    for (std::size_t row = 1; row < table.rows.size(); ++row) {
        if (!is_body(table, row) || !is_body(table, row - 1) || begins_summary(table, row))
            continue;
        if (table.rows[row].continues_name == (between == Between::RowsOfOneName))
            append_open(table, slots, row, segments);
    }
    return segments;
}

std::vector<Segment> column_segments(const placed::Table& table) {
    const SlotMap slots(table);
    auto sides = merged_sides(table, slots);
    const auto body_rows = static_cast<std::size_t>(
        std::count_if(table.rows.begin(), table.rows.end(),
                      [](const placed::Row& row) { return row.kind == RowKind::Body; }));
    const auto goes_down = [&](const auto& side) { return 3 * side.second.size() >= body_rows; };
    // Where most edges of a schedule have a line, one without would look forgotten.
    const std::size_t inner = slots.columns() - 1;
    const auto lines =
        static_cast<std::size_t>(std::count_if(sides.begin(), sides.end(), goes_down));
    const bool are_all_whole = 2 * lines > inner;
    if (are_all_whole)
        for (std::size_t edge = 1; edge <= inner; ++edge) sides[edge];
    std::vector<Segment> segments;
    const auto is_of_body = [&](std::size_t row) { return is_body(table, row); };
    for (const SlotRange body : stretches({0, table.rows.size()}, is_of_body)) {
        for (const auto& [edge, merged] : sides) {
            const bool is_whole = are_all_whole || 3 * merged.size() >= body_rows;
            const auto has_line = [&, edge = edge, &merged = merged](std::size_t at) {
                return (is_whole || merged.count(at) > 0) && is_open_at(slots, at, edge) &&
                       !has_fill_at(table, slots, at, edge);
            };
            append_vertical(table, body, table.column_edges[edge], has_line, segments);
        }
    }
    return segments;
}

std::vector<Segment> guide_segments(const placed::Table& table) {
    const SlotMap slots(table);
    std::vector<Segment> segments;
    for (std::size_t row = 1; row < table.rows.size(); ++row) {
        if (table.rows[row].begins_group && is_body(table, row - 1))
            append_open(table, slots, row, segments);
    }
    const std::size_t first = first_guided_row(table);
    for (std::size_t i = 0; i < table.guides.size(); ++i) {
        const std::size_t column = table.guides[i];
        const Pt x = guide_at(table, i);
        const ColumnSide side = side_of(table, column);
        append_slant(table, side, x, segments);
        const auto is_open = [&](std::size_t row) { return is_open_at(slots, row, column + 1); };
        append_vertical(table, {std::max(first, side.first_row), table.rows.size()}, x, is_open,
                        segments);
    }
    return segments;
}

std::vector<Segment> spanner_segments(const placed::Table& table) {
    std::vector<Segment> segments;
    for (const Rect& rule : table.spanner_rules)
        segments.push_back({{rule.x, rule.y}, {rule.right(), rule.y}});
    return segments;
}

std::vector<Segment> strong_segments(const placed::Table& table) {
    std::vector<Segment> segments;
    const SlotMap slots(table);
    const SlotRange columns = all_columns(table);
    for (std::size_t row = 1; row < table.rows.size(); ++row) {
        // A bar of the rule's own colour needs none.
        const bool shows =
            is_body(table, row) || table.style.section_fill != table.style.strong_rule.colour;
        const bool ends_header = table.rows[row - 1].kind == RowKind::Header &&
                                 table.rows[row].kind != RowKind::Header && shows;
        if (ends_header || begins_summary(table, row))
            segments.push_back(horizontal(table, columns, table.rows[row].y));
        else if (table.rows[row].is_emphasised != table.rows[row - 1].is_emphasised)
            append_open(table, slots, row, segments);
    }
    segments.push_back(horizontal(table, columns, table.box.bottom()));
    return segments;
}

}  // namespace broadside::paint
