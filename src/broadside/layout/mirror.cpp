#include "broadside/layout/mirror.hpp"

#include "broadside/placed/parts.hpp"

namespace broadside::layout {

namespace {

class Mirror {
public:
    explicit Mirror(Pt width) : width_(width) {}

    void operator()(placed::Text& text) const {
        const Pt before = text.box.x;
        turn(text.box);
        const bool is_upwards = text.turn && text.turn->is_upwards();
        if (is_upwards) {
            text.turn->about.x += text.box.x - before;
        } else if (text.turn) {
            text.turn->about.x = width_ - text.turn->about.x;
            text.turn->sine = -text.turn->sine;
        }
        for (placed::Line& line : text.lines) {
            const Pt left =
                is_upwards ? line.left + text.box.x - before : width_ - line.left - line.width;
            placed::move(line, left - line.left, Pt(0));
            line.left = left;  // without what rounding leaves of the difference
        }
    }
    void operator()(placed::Symbol& symbol) const { turn(symbol.box); }
    void operator()(placed::Fill& fill) const { turn(fill.box); }
    void operator()(placed::Cell& cell) const { turn(cell.box); }
    void operator()(placed::Table& table) const {
        turn(table.box);
        table.direction = Direction::RightToLeft;
        for (Pt& edge : table.column_edges) edge = width_ - edge;
        for (Rect& rule : table.spanner_rules) turn(rule);
    }

private:
    void turn(Rect& rect) const { rect.x = width_ - rect.right(); }

    Pt width_;
};

}  // namespace

void mirror(placed::Page& page) { placed::for_each_part(page.items, Mirror(page.size.width)); }

}  // namespace broadside::layout
