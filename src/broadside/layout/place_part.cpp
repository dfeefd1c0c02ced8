#include <algorithm>
#include <array>
#include <map>
#include <utility>

#include "broadside/layout/bisect.hpp"
#include "broadside/layout/cell.hpp"
#include "broadside/layout/cell_padding.hpp"
#include "broadside/layout/spoken_text.hpp"
#include "broadside/layout/table.hpp"
#include "broadside/layout/turned_cell.hpp"
#include "broadside/placed/parts.hpp"

namespace broadside::layout {

namespace {

/// Of the white space before an edge that is seen, of a fill or a rule, what marks of notes may
/// take.
constexpr double kEdgeMarks = 0.6;

/// The part of `room` in its middle that is of this size.
Rect in_the_middle(const Rect& room, const Size& size) {
    const Point centre = room.centre();
    return {centre.x - size.width / 2, centre.y - size.height / 2, size.width, size.height};
}

TableStyle scaled(TableStyle style, const Setting& setting) {
    style.padding_x = setting.scaled(style.padding_x);
    style.padding_y = setting.space(style.padding_y);
    style.fill_gap = setting.scaled(style.fill_gap);
    for (RuleStyle* rule :
         {&style.row_rule, &style.column_rule, &style.guide_rule, &style.strong_rule}) {
        rule->width = setting.scaled(rule->width);
    }
    for (BandStyle& band : style.bands) band.bar_width = setting.scaled(band.bar_width);
    return style;
}

/// Whether its document has the direction of the first of those that share a grid.
bool runs_as_first(const doc::Table& table, const Typesetter& typesetter) {
    const Peers& peers = typesetter.peers();
    return peers.home(&std::get<doc::Cell>(table.grid.slots.front())).direction ==
           peers.first().direction;
}

class PartPlacer {
public:
    PartPlacer(const doc::Table& table, const SolvedPart& part, Point at, Typesetter& typesetter)
        : table_(table),
          rows_(part.rows),
          widths_(part.columns.widths),
          heads_(part.columns.heads),
          heights_(part.row_heights),
          figures_(part.columns.figures[runs_as_first(table, typesetter) ? 0 : 1]),
          cut_(part.cut),
          typesetter_(typesetter),
          padding_(table, typesetter.setting()) {
        placed_.style = scaled(table.style, typesetter.setting());
        placed_.summary = table.summary;
        placed_.number = table.number;
        placed_.box = {at.x, at.y, sum(widths_), sum(heights_)};
    }

    placed::Table place() {
        place_edges();
        const std::vector<PartCell> cells = part_cells(table_.grid, rows_, heads_);
        find_cut_rows(cells);
        find_added_space(cells);
        find_baselines(cells);
        for (const PartCell& part : cells) placed_.cells.push_back(place(part));
        level_pictures();
        return std::move(placed_);
    }

private:
    void place_edges() {
        Pt x = placed_.box.x;
        placed_.column_edges.push_back(x);
        for (const Pt width : widths_) placed_.column_edges.push_back(x += width);
        for (std::size_t i = 0; i < widths_.size(); ++i)
            if (table_.grid.columns[i].is_emphasised) placed_.emphasised.push_back(i);
        for (std::size_t i = 0; i < widths_.size(); ++i)
            if (table_.grid.columns[i].has_guide) placed_.guides.push_back(i);
        Pt y = placed_.box.y;
        for (std::size_t i = 0; i < rows_.size(); ++i) {
            const doc::Row& row = table_.grid.rows[rows_[i].grid_row];
            placed_.rows.push_back(
                {row, y, heights_[i], rows_[i].repeated, rows_[i].grid_row, rows_[i].continued});
            y += heights_[i];
        }
    }

    /// Above heads of one height, pictures stand on one line, however many lines their titles have.
    void level_pictures() {
        std::map<std::pair<std::size_t, std::size_t>, Pt> tops;
        const auto for_each_picture = [this](auto visit) {
            for (placed::Cell& cell : placed_.cells) {
                if (placed_.rows[cell.row].kind != RowKind::Header || cell.content.size() < 2)
                    continue;
                auto* picture = std::get_if<placed::Text>(&cell.content.front());
                if (picture && picture->lines.front().runs.empty())
                    visit(std::pair(cell.row, cell.row_span), *picture);
            }
        };
        for_each_picture([&](const auto& height, const placed::Text& picture) {
            Pt& top = tops.try_emplace(height, picture.box.y).first->second;
            top = std::min(top, picture.box.y);
        });
        for_each_picture([&](const auto& height, placed::Text& picture) {
            placed::move(picture, Pt(0), tops.at(height) - picture.box.y);
        });
    }

    void find_cut_rows(const std::vector<PartCell>& cells) {
        is_cut_.resize(rows_.size());
        for (std::size_t i = 0; i < rows_.size(); ++i) is_cut_[i] = rows_[i].continued;
        for (const PartCell& part : cells) {
            if (cut_.count(part.cell) > 0) is_cut_[part.row + part.row_span - 1] = true;
        }
    }

    /// All of them but in a cell that pages break.
    LineRange lines_of(const PartCell& part) const {
        const auto cut = cut_.find(part.cell);
        return cut != cut_.end() ? cut->second : LineRange{};
    }

    Rect box_of(const PartCell& part) const {
        return {placed_.column_edges[part.column], placed_.rows[part.row].y,
                sum(widths_, part.column, part.column_span),
                sum(heights_, part.row, part.row_span)};
    }

    bool is_broken(const PartCell& part) const {
        return is_cut_[part.row] || cut_.count(part.cell) > 0;
    }

    /// What every row of the body is higher than its cells need, as `fit` adds it: half of it
    /// stands above what is aligned at the top, and below what is at the bottom.
    void find_added_space(const std::vector<PartCell>& cells) {
        std::vector<Pt> needed(rows_.size());
        for (const PartCell& part : cells) {
            if (part.row_span > 1) continue;
            const Pt inner = padding_.inner(part, widths_);
            const Pt height = part.is_turned ? heights_[part.row]
                                             : cell_height(*part.cell, inner, typesetter_) +
                                                   2 * padding_.of(part).y;
            needed[part.row] = std::max(needed[part.row], height);
        }
        std::optional<Pt> least;
        for (std::size_t row = 0; row < rows_.size(); ++row) {
            if (placed_.rows[row].kind != RowKind::Body || is_cut_[row]) continue;
            const Pt added = heights_[row] - needed[row];
            least = std::min(least.value_or(added), added);
        }
        // Less than that is what rounds the heights of rows.
        const Pt quantum = typesetter_.setting().scaled(kRowQuantum);
        if (least && *least > quantum) added_ = *least;
    }

    /// Header cells sit on the rule below them, all others stand as they are aligned, but for those
    /// of a row that pages break.
    Pt content_top(const PartCell& part, Pt height) const {
        const Rect box = box_of(part);
        const Pt top = box.y + padding_.of(part).y;
        const Pt bottom = box.bottom() - padding_.of(part).y - height;
        if (is_broken(part)) return top;
        const VerticalAlignment alignment = part.cell->vertical_alignment;
        if (placed_.rows[part.row].kind == RowKind::Header)
            return alignment == VerticalAlignment::Top ? top : bottom;
        switch (alignment) {
            case VerticalAlignment::Top: return top + added_ / 2;
            case VerticalAlignment::Middle: break;
            case VerticalAlignment::Bottom: return bottom - added_ / 2;
        }
        return box.y + (box.height - height) / 2;
    }

    /// Of cells that are aligned alike in one row.
    std::optional<Pt>& common_baseline(const PartCell& part) {
        const VerticalAlignment alignment = part.cell->vertical_alignment;
        const bool is_bottom = alignment == VerticalAlignment::Bottom;
        const std::size_t row = is_bottom ? part.row + part.row_span - 1 : part.row;
        return baselines_[row][static_cast<std::size_t>(alignment)];
    }

    /// The line that should stand on the baseline of its neighbours', if there is one.
    std::optional<Pt> joining_baseline(const PartCell& part, Pt inner) {
        const VerticalAlignment alignment = part.cell->vertical_alignment;
        const bool is_alone = alignment == VerticalAlignment::Middle
                                  ? part.row_span > 1
                                  : alignment == VerticalAlignment::Bottom && is_broken(part);
        if (is_alone || part.is_turned) return std::nullopt;
        return outer_baseline(*part.cell, inner, typesetter_);
    }

    /// Lines that stand alone in the middle of one row stand on one baseline, whatever their sizes:
    /// on that of the row's first one. So do the first lines of cells at its top, on the highest,
    /// and the last ones at its bottom, on the lowest.
    void find_baselines(const std::vector<PartCell>& cells) {
        baselines_.resize(rows_.size());
        for (const PartCell& part : cells) {
            std::optional<Pt>& common = common_baseline(part);
            const VerticalAlignment alignment = part.cell->vertical_alignment;
            if (common && alignment == VerticalAlignment::Middle) continue;
            const Pt inner = padding_.inner(part, widths_);
            const auto own = joining_baseline(part, inner);
            if (!own) continue;
            const Pt baseline =
                content_top(part, own_cell_height(*part.cell, inner, typesetter_)) + *own;
            const bool is_top = alignment == VerticalAlignment::Top;
            if (!common || (is_top ? baseline < *common : baseline > *common)) common = baseline;
        }
        level_tops();
    }

    /// Rows of one kind begin alike, whatever stands beside their first lines, but for those of
    /// much smaller type.
    void level_tops() {
        constexpr auto kTop = static_cast<std::size_t>(VerticalAlignment::Top);
        const auto for_each = [this](auto visit) {
            for (std::size_t i = 0; i < baselines_.size(); ++i) {
                std::optional<Pt>& baseline = baselines_[i][kTop];
                if (baseline && !is_cut_[i]) visit(placed_.rows[i], *baseline);
            }
        };
        std::map<RowKind, Pt> lowest, level;
        for_each([&](const placed::Row& row, Pt baseline) {
            Pt& low = lowest.try_emplace(row.kind, baseline - row.y).first->second;
            low = std::max(low, baseline - row.y);
        });
        const auto is_near = [&](const placed::Row& row, Pt baseline) {
            return lowest.at(row.kind) - (baseline - row.y) < may_shift();
        };
        for_each([&](const placed::Row& row, Pt baseline) {
            if (!is_near(row, baseline)) return;
            Pt& least = level.try_emplace(row.kind, baseline - row.y).first->second;
            least = std::min(least, baseline - row.y);
        });
        for_each([&](const placed::Row& row, Pt& baseline) {
            if (is_near(row, baseline)) baseline = row.y + level.at(row.kind);
        });
    }

    /// To stand on the baseline of others, a line leaves no more of its place.
    Pt may_shift() const { return typesetter_.setting().space(table_.style.padding_y) + Pt(1); }

    placed::Cell place(const PartCell& part) {
        placed::Cell cell;
        cell.box = box_of(part);
        cell.row = part.row;
        cell.column = part.column;
        cell.row_span = part.row_span;
        cell.column_span = part.column_span;
        cell.grid_row = part.grid_row;
        cell.grid_row_span = part.cell->row_span;
        cell.scope = part.cell->scope;
        cell.is_slanted = part.is_slanted;
        cell.band = part.cell->band;
        cell.fill = part.cell->fill;
        cell.is_repeated = cut_.count(part.cell) == 0 &&
                           (rows_[part.row].continued || part.grid_row < rows_[part.row].grid_row);
        place_content(part, cell);
        const doc::Cell& said = part.in_full ? *part.in_full : *part.cell;
        if (part.row_span > 1 || part.column_span > 1) cell.spoken = spoken_text(said, typesetter_);
        if (part.in_full || is_abbreviated(said)) cell.name = spoken_text(said, typesetter_);
        return cell;
    }

    /// Heads end where the figures below them do, as far as they have room for their lines
    /// before: marks and deviations behind a few figures are no reason to end behind those.
    void end_with_figures(const doc::Cell& head, const FigureFrame& figures, TextFrame& frame) {
        constexpr int kBisections = 6;
        const Pt height = own_cell_height(head, frame.width, typesetter_);
        const auto has_room = [&](Pt width) {
            return fits(cell_widths(head, typesetter_).min_content, width) &&
                   fits(own_cell_height(head, width, typesetter_), height);
        };
        const Pt narrow = figures.head - frame.x;
        if (fits(frame.width, narrow)) return;
        const Pt enough =
            has_room(narrow) ? narrow : bisected(frame.width, narrow, kBisections, has_room);
        frame.overhang += frame.width - enough;
        frame.width = enough;
    }

    /// The part of `room` that a head takes which runs upwards in the middle above its figures: it
    /// would stand above the last of their digits.
    Rect over_figures(const PartCell& part, const Rect& room) {
        const std::optional<FigureColumn>& column = figures_[part.column];
        if (!column) return room;
        const FigureFrame figures =
            column->frame(room.x, room.width, Alignment::End, typesetter_.setting());
        const Pt width =
            own_turned_size(*part.cell, typesetter_, Size{room.width, room.height}).width;
        const Pt last = std::max(room.x, room.right() - width);
        const Pt left = std::clamp((figures.left + figures.right - width) / 2, room.x, last);
        return {left, room.y, std::min(width, room.width), room.height};
    }

    /// A guide, or one of an emphasised column.
    bool has_rule_behind(const PartCell& part) const {
        const std::vector<doc::Column>& columns = table_.grid.columns;
        const std::size_t end = part.column + part.column_span;
        return columns[end - 1].has_guide || columns[end - 1].is_emphasised ||
               (end < columns.size() && columns[end].is_emphasised);
    }

    /// Beyond its content, for the marks beside a symbol: until near what the next cell holds.
    Pt reach_of_marks(const PartCell& part) const {
        constexpr Pt kClear{1.5};
        const std::size_t next = part.column + part.column_span;
        const doc::Grid& grid = table_.grid;
        if (part.column_span > 1 || next == grid.columns.size() || part.cell->fill ||
            has_rule_behind(part) || !grid.columns[next].is_symbols)
            return Pt(0);
        const auto* cell = std::get_if<doc::Cell>(&grid.at(part.grid_row, next));
        if (cell == nullptr || cell->column_span > 1 || cell->fill) return Pt(0);
        const Padding padding = padding_.of_columns(next);
        Pt white = padding.start - typesetter_.setting().scaled(kClear);
        // A symbol that has marks itself may give way to them.
        for (const doc::Content& content : cell->content) {
            const auto* line = std::get_if<doc::SymbolLine>(&content);
            if (line == nullptr || !line->marks.empty() || cell->alignment != Alignment::Centre)
                continue;
            const Pt width =
                line->symbol->width_at(typesetter_.setting().symbol(line->symbol->height));
            white += (widths_[next] - padding.sides() - width) / 2;
        }
        return padding_.of(part).end + std::max(Pt(0), white);
    }

    void place_content(const PartCell& part, placed::Cell& cell) {
        const Padding padding = padding_.of(part);
        const Pt inner = padding_.inner(part, widths_);
        if (part.is_turned) {
            Rect room = inset(cell.box, {padding.y, padding.end, padding.y, padding.start});
            if (is_group_title(table_.grid, part))
                room = in_the_middle(
                    room, own_turned_size(*part.cell, typesetter_, Size{inner, room.height}));
            if (part.cell->alignment == Alignment::End && part.column_span == 1 && !part.is_slanted)
                room = over_figures(part, room);
            cell.content = part.is_slanted
                               ? place_slanted_cell(*part.cell, cell.box, room, typesetter_)
                               : place_turned_cell(*part.cell, room, typesetter_);
            return;
        }
        Pt top = content_top(part, own_cell_height(*part.cell, inner, typesetter_));
        const auto own = joining_baseline(part, inner);
        if (const auto& common = common_baseline(part); own && common) {
            const Pt shift = *common - (top + *own);
            if (std::abs(shift.value) < may_shift().value) top += shift;
        }
        const Pt before = sum(widths_, part.column, part.cell->lead);
        TextFrame frame{cell.box.x + before + padding.start, top, inner};
        const bool is_head = placed_.rows[part.row].kind == RowKind::Header;
        frame.has_seen_edge = !is_head && (part.cell->fill || has_rule_behind(part));
        frame.overhang = padding.end * (is_head               ? kHeadMarks
                                        : frame.has_seen_edge ? kEdgeMarks
                                                              : 1);
        frame.reach = reach_of_marks(part);
        frame.ceiling = cell.box.y;
        if (figures_[part.column] && part.column_span == 1) {
            FigureFrame figures = figures_[part.column]->frame(frame.x, inner, part.cell->alignment,
                                                               typesetter_.setting());
            const bool ends_there = is_head && part.cell->alignment == Alignment::End;
            if (ends_there) {
                end_with_figures(*part.cell, figures, frame);
                figures.right = figures.head;
            }
            const bool is_body = placed_.rows[part.row].kind == RowKind::Body;
            if (ends_there || (is_body && !part.cell->leaves_axis)) frame.figures = figures;
        }
        cell.content = place_cell(*part.cell, frame, typesetter_, lines_of(part));
    }

    const doc::Table& table_;
    const std::vector<PartRow>& rows_;
    const std::vector<Pt>& widths_;
    const Heads& heads_;
    const std::vector<Pt>& heights_;
    const FigureColumns& figures_;
    const CutCells& cut_;
    Typesetter& typesetter_;
    CellPadding padding_;
    std::vector<bool> is_cut_;                                 // rows: broken by a page
    Pt added_;                                                 // to each row of the body
    std::vector<std::array<std::optional<Pt>, 3>> baselines_;  // of rows, by vertical alignment
    placed::Table placed_;
};

}  // namespace

placed::Table place_part(const doc::Table& table, const SolvedPart& part, Point at,
                         Typesetter& typesetter) {
    return PartPlacer(table, part, at, typesetter).place();
}

}  // namespace broadside::layout
