#include "broadside/layout/finished_pages.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <variant>

#include "broadside/base/contains.hpp"
#include "broadside/placed/parts.hpp"

namespace broadside::layout {

namespace {

/// How much of a column's width nothing stands in, at either side of all that it holds.
struct WhiteSides {
    Pt left, right;
};

bool is_spanner(const placed::Cell& cell) { return cell.scope == HeaderScope::ColumnGroup; }

bool is_turned(const placed::Content& content) {
    const auto* text = std::get_if<placed::Text>(&content);
    return text != nullptr && text->turn;
}

/// Of each column of a table that has spanners, on all of its pages.
class WhiteOfColumns {
public:
    void add(const placed::Table& part) {
        const std::vector<Pt>& edges = part.column_edges;
        for (std::size_t i = columns_.size(); i + 1 < edges.size(); ++i)
            columns_.push_back({edges[i + 1] - edges[i], edges[i + 1] - edges[i]});
        for (const std::size_t column : part.emphasised) filled_.insert({column, column + 1});
        for (const placed::Cell& cell : part.cells) {
            if (cell.column_span == 1) add(cell);
            const bool is_over = cell.column_span > 1 && !is_spanner(cell);
            if (cell.fill || is_over) filled_.insert({cell.column, cell.column + cell.column_span});
            has_slants_ = has_slants_ || cell.is_slanted;
        }
    }

    const WhiteSides& of(std::size_t column) const { return columns_[column]; }

    /// Whether nothing stands up to the edge before this column, as fills and cells over several
    /// columns do.
    bool is_white_at(std::size_t edge) const { return !has_slants_ && filled_.count(edge) == 0; }

private:
    void add(const placed::Cell& cell) {
        WhiteSides& sides = columns_[cell.column];
        const auto add_ink = [&](Pt left, Pt right) {
            sides = {std::min(sides.left, left - cell.box.x),
                     std::min(sides.right, cell.box.right() - right)};
        };
        if (cell.fill) sides = {};
        for (const placed::Content& content : cell.content) {
            const auto* text = std::get_if<placed::Text>(&content);
            if (text && !text->turn) {
                for (const placed::Line& line : text->lines)
                    add_ink(line.left, line.left + line.width);
            } else {
                const Rect& box = text ? text->box : std::get<placed::Symbol>(content).box;
                add_ink(box.x, box.right());
            }
        }
    }

    std::vector<WhiteSides> columns_;
    std::set<std::size_t> filled_;  // edges
    bool has_slants_ = false;
};

class RuleSetter {
public:
    RuleSetter(placed::Table& table, const WhiteOfColumns& white) : table_(table), white_(white) {}

    void set(placed::Cell& spanner) {
        const Pt left = inset(spanner.column);
        const Pt right = inset(spanner.column + spanner.column_span - 1);
        const WhiteSides& first = white_.of(spanner.column);
        const Pt room = spanner.box.width - left - right;
        const Pt spare =
            std::min(room - widest_line(spanner), std::max(Pt(0), first.left - first.right));
        const Pt start = spare > Pt(0) ? std::clamp(first.left, left, left + spare) : left;
        const Rect rule{spanner.box.x + start, spanner.box.bottom(),
                        spanner.box.width - start - right, Pt(0)};
        table_.spanner_rules.push_back(rule);
        starts_[spanner.column] = rule.x;
        ends_[spanner.column + spanner.column_span] = rule.right();
        if (start > left) move_title(spanner, spanner.box.x + left, room, start - left);
    }

    /// A guide between two rules stands in the middle of what they leave free, where that is white.
    void set_guides() {
        for (const std::size_t guide : table_.guides) {
            const std::size_t edge = guide + 1;
            Pt& shift = table_.guide_shifts.emplace_back();
            if (starts_.count(edge) == 0 || ends_.count(edge) == 0 || !white_.is_white_at(edge))
                continue;
            const Pt middle = (starts_[edge] + ends_[edge]) / 2;
            if (!nearly(middle, table_.column_edges[edge]))
                shift = middle - table_.column_edges[edge];
        }
    }

private:
    /// A rule meets that at the side of a column that stands out.
    Pt inset(std::size_t column) const {
        const std::vector<std::size_t>& known = table_.emphasised;
        const bool stands_out = contains(known, column);
        return stands_out ? Pt(0) : table_.style.padding_x;
    }

    static Pt widest_line(const placed::Cell& spanner) {
        Pt widest;
        for (const placed::Content& content : spanner.content) {
            const auto* text = std::get_if<placed::Text>(&content);
            if (text == nullptr || text->turn) continue;
            for (const placed::Line& line : text->lines) widest = std::max(widest, line.width);
        }
        return widest;
    }

    /// Lines keep the share of white space that they have at either side.
    static void move_title(placed::Cell& spanner, Pt left, Pt room, Pt cut) {
        if (std::any_of(spanner.content.begin(), spanner.content.end(), is_turned)) return;
        for (placed::Content& content : spanner.content) {
            const auto shift = [&](Pt at, Pt width) {
                const Pt spare = room - width;
                return spare > Pt(0) ? cut * (1 - std::clamp((at - left) / spare, 0.0, 1.0))
                                     : Pt(0);
            };
            if (auto* symbol = std::get_if<placed::Symbol>(&content)) {
                placed::move(*symbol, shift(symbol->box.x, symbol->box.width), Pt(0));
                continue;
            }
            for (placed::Line& line : std::get<placed::Text>(content).lines)
                placed::move(line, shift(line.left, line.width), Pt(0));
        }
    }

    placed::Table& table_;
    const WhiteOfColumns& white_;
    std::map<std::size_t, Pt> starts_, ends_;  // of the lowest rules, by edges of columns
};

}  // namespace

void set_spanner_rules(std::vector<placed::Page>& pages) {
    std::map<std::size_t, WhiteOfColumns> white;  // by the table's number
    const auto has_spanners = [](const placed::Table& part) {
        return std::any_of(part.cells.begin(), part.cells.end(), is_spanner);
    };
    for (const placed::Page& page : pages) {
        placed::for_each_part(page.items, [&](const placed::Table& part) {
            if (has_spanners(part)) white[part.number].add(part);
        });
    }
    for (placed::Page& page : pages) {
        placed::for_each_part(page.items, [&](placed::Table& part) {
            if (white.count(part.number) == 0) return;
            RuleSetter setter(part, white[part.number]);
            for (placed::Cell& cell : part.cells)
                if (is_spanner(cell)) setter.set(cell);
            setter.set_guides();
        });
    }
}

}  // namespace broadside::layout
