#include "broadside/paint/paint.hpp"

#include <algorithm>
#include <cstddef>

#include "broadside/base/style.hpp"
#include "broadside/paint/canvas.hpp"
#include "broadside/paint/table_shapes.hpp"
#include "broadside/paint/table_slots.hpp"

namespace broadside::paint {

namespace {

using scene::Role;

/// So that filled neighbours of one colour stay two, in pictures of 96 pixels an inch, too. A rule
/// between them covers the gap.
Rect between_gaps(Rect box, const RuleStyle& rule) {
    constexpr Pt kLeast{0.375};
    const Pt gap = std::max(kLeast, rule.width * 0.4);
    box.x += gap;
    box.width = std::max(Pt(0), box.width - 2 * gap);
    return box;
}

/// Tints, rules and bars, then head and sections as row groups. Every row has a cell
/// for each of its slots, of which those that another cell covers are empty and say so.
class TablePainter {
public:
    TablePainter(const placed::Table& table, Canvas& canvas)
        : table_(table), slots_(table), canvas_(canvas) {}

    void paint() {
        scene::Tag tag;
        tag.role = Role::Table;
        tag.label = table_.summary;
        tag.table = table_.number;
        tag.continued = table_.continues_previous;
        canvas_.begin(std::move(tag));
        canvas_.decorate(Role::Background, [this] { paint_backgrounds(); });
        canvas_.decorate(Role::Rule, [this] { paint_rules(); });
        paint_row_groups();
        canvas_.end();
    }

private:
    void paint_backgrounds() {
        for (const Rect& stripe : stripe_areas(table_))
            canvas_.fill(stripe, table_.style.stripe_fill);
        for (const Rect& row : emphasised_row_areas(table_))
            canvas_.fill(row, table_.style.emphasis_fill);
        for (const Rect& column : emphasised_areas(table_))
            canvas_.fill(column, table_.style.emphasis_fill);
        for (const BandArea& area : band_areas(table_))
            canvas_.fill(area.rect, style_of(area).tint);
        const SlotMap slots(table_);
        for (const placed::Cell& cell : table_.cells) {
            if (!cell.fill) continue;
            paint_fill(cell, slots);
        }
        for (const placed::Row& row : table_.rows) {
            if (row.kind != RowKind::Section) continue;
            canvas_.fill({table_.box.x, row.y, table_.box.width, row.height},
                         table_.style.section_fill);
        }
    }

    std::optional<Colour> rim_of(const placed::Cell& cell) const {
        if (!cell.fill) return std::nullopt;
        const bool is_in_emphasis =
            std::count(table_.emphasised.begin(), table_.emphasised.end(), cell.column) > 0;
        std::optional<Colour> rim;
        for (std::size_t row = cell.row; !rim && row < cell.row + cell.row_span; ++row)
            rim =
                rim_of_fill(*cell.fill, table_.rows[row], cell.band, is_in_emphasis, table_.style);
        return rim;
    }

    /// Whether one rim is around both, which are neighbours.
    bool share_rim(const placed::Cell& one, const placed::Cell& other) const {
        const auto rim = rim_of(one);
        return rim && rim == rim_of(other) && one.fill == other.fill && one.row == other.row &&
               one.row_span == other.row_span;
    }

    /// Neighbours of one colour on a tint that is the same share a rim, with one line between them:
    /// it is filled with the first of them.
    void paint_fill(const placed::Cell& cell, const SlotMap& slots) {
        constexpr Pt kRim{0.75};
        const SlotRange rows{cell.row, cell.row + cell.row_span};
        const auto shares_rim = [&](std::size_t column) {
            return column < slots.columns() &&
                   share_rim(cell, table_.cells[slots.at(cell.row, column)]);
        };
        const bool shares_first = cell.column > 0 && shares_rim(cell.column - 1);
        SlotRange columns{cell.column, cell.column + cell.column_span};
        const bool shares_last = shares_rim(columns.last);
        Rect box = inside_gaps(cell.box);
        if (const auto rim = rim_of(cell)) {
            while (shares_rim(columns.last)) ++columns.last;
            if (!shares_first)
                canvas_.fill(shares_last ? inside_gaps(area(table_, rows, columns)) : box, *rim);
            const bool is_rtl = table_.direction == Direction::RightToLeft;
            const bool shares_left = is_rtl ? shares_last : shares_first;
            const bool shares_right = is_rtl ? shares_first : shares_last;
            const Pt left = shares_left ? cell.box.x + kRim / 2 : box.x + kRim;
            const Pt right = shares_right ? cell.box.right() - kRim / 2 : box.right() - kRim;
            box = {left, box.y + kRim, std::max(Pt(0), right - left),
                   std::max(Pt(0), box.height - 2 * kRim)};
        }
        canvas_.fill(box, *cell.fill);
    }

    Rect inside_gaps(const Rect& cell) const {
        const Rect box = between_gaps(cell, table_.style.column_rule);
        const Pt gap = std::min(table_.style.fill_gap, box.height / 4);
        return {box.x, box.y + gap, box.width, box.height - 2 * gap};
    }

    /// Bars come last: they run through the rules of their rows.
    void paint_rules() {
        const TableStyle& style = table_.style;
        stroke(row_segments(table_), style.row_rule);
        stroke(row_segments(table_, Between::RowsOfOneName),
               {style.row_rule.width / 2, style.row_rule.colour});
        stroke(column_segments(table_), style.column_rule);
        stroke(guide_segments(table_), style.guide_rule);
        stroke(spanner_segments(table_), style.strong_rule);
        stroke(emphasis_segments(table_), style.strong_rule);
        stroke(strong_segments(table_), style.strong_rule);
        for (const BandArea& bar : band_bars(table_)) canvas_.fill(bar.rect, style_of(bar).bar);
    }

    void stroke(const std::vector<Segment>& lines, const RuleStyle& rule) {
        for (const Segment& line : lines) canvas_.stroke(line.from, line.to, rule);
    }

    const BandStyle& style_of(const BandArea& area) const {
        return table_.style.bands[static_cast<std::size_t>(area.band)];
    }

    /// The head is one group, each section another.
    void paint_row_groups() {
        for (std::size_t row = 0; row < table_.rows.size();) {
            std::size_t end = row + 1;
            const bool is_head = table_.rows[row].kind == RowKind::Header;
            while (end < table_.rows.size() && !table_.rows[end].begins_section &&
                   (table_.rows[end].kind == RowKind::Header) == is_head) {
                ++end;
            }
            scene::Tag tag;
            tag.role = Role::RowGroup;
            tag.repeated = is_head && table_.rows[row].repeated;
            tag.continued = !is_head && goes_on(row, end);
            canvas_.begin(std::move(tag));
            for (; row < end; ++row) paint_row(row);
            canvas_.end();
        }
    }

    /// Whether an earlier page has begun the section of these rows. What it has shown of them says
    /// nothing of that.
    bool goes_on(std::size_t first, std::size_t end) const {
        while (first < end && table_.rows[first].repeated) ++first;
        return table_.continues_previous && (first == end || !table_.rows[first].begins_section);
    }

    void paint_row(std::size_t index) {
        const placed::Row& row = table_.rows[index];
        scene::Tag tag;
        tag.role = Role::Row;
        tag.id = row.repeated || row.continued || row.id.empty() ? "" : "row-" + row.id;
        tag.row = row.grid_row;
        tag.level = row.level;
        tag.continued = row.continued;
        tag.repeated = row.repeated;
        canvas_.begin(std::move(tag));
        for (std::size_t column = 0; column < slots_.columns(); ++column) paint_slot(index, column);
        canvas_.end();
    }

    void paint_slot(std::size_t row, std::size_t column) {
        const placed::Cell& cell = table_.cells[slots_.at(row, column)];
        scene::Tag tag;
        tag.role = cell.scope == HeaderScope::None ? Role::Cell : Role::HeaderCell;
        tag.scope = cell.scope;
        tag.row = table_.rows[row].grid_row;
        tag.column = column;
        tag.repeated = table_.rows[row].repeated;
        tag.covered = row != cell.row || column != cell.column;
        if (tag.covered) {
            tag.label = cell.spoken;
        } else {
            tag.label = cell.name;
            tag.continued = cell.grid_row < tag.row || table_.rows[row].continued;
            tag.row = cell.grid_row;
            tag.repeated = tag.repeated || cell.is_repeated;
            tag.row_span = cell.grid_row_span;
            tag.column_span = cell.column_span;
        }
        const bool is_drawn = !tag.covered;
        canvas_.begin(std::move(tag));
        if (is_drawn) paint_content(cell);
        canvas_.end();
    }

    void paint_content(const placed::Cell& cell) {
        for (const placed::Content& content : cell.content) {
            if (const auto* text = std::get_if<placed::Text>(&content))
                canvas_.text(*text);
            else
                canvas_.symbol(std::get<placed::Symbol>(content));
        }
    }

    const placed::Table& table_;
    SlotMap slots_;
    Canvas& canvas_;
};

struct PaintItem {
    Canvas& canvas;

    void operator()(const placed::Text& text) const {
        if (text.lines.empty()) return;
        in_group(*text.meaning, [&] { canvas.text(text); });
    }
    void operator()(const placed::Symbol& symbol) const { canvas.symbol(symbol); }
    void operator()(const placed::Fill& fill) const { canvas.fill(fill.box, fill.colour); }
    void operator()(const placed::Group& group) const {
        in_group(group.meaning, [&] {
            for (const placed::Item& item : group.items) std::visit(*this, item.kind);
        });
    }
    void operator()(const placed::Table& table) const { TablePainter(table, canvas).paint(); }

    template <typename Body>
    void in_group(const Meaning& meaning, Body body) const {
        if (meaning.role != Role::None) canvas.begin(meaning);
        body();
        if (meaning.role != Role::None) canvas.end();
    }
};

}  // namespace

scene::Scene paint(const placed::Document& document) {
    scene::Scene scene;
    scene.metadata = document.metadata;
    scene.direction = document.direction;
    for (const placed::Page& page : document.pages) {
        scene.pages.push_back({page.size, page.paper, {}});
        Canvas canvas(scene.pages.back());
        for (const placed::Item& item : page.items) std::visit(PaintItem{canvas}, item.kind);
    }
    return scene;
}

}  // namespace broadside::paint
