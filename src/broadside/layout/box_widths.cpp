#include "broadside/layout/box_widths.hpp"

#include <algorithm>

#include "broadside/layout/pack_legend.hpp"

namespace broadside::layout {

namespace {

class BoxNeeds {
public:
    BoxNeeds(Pt available, Typesetter& typesetter)
        : available_(available), typesetter_(typesetter), setting_(typesetter.setting()) {}

    ContentWidths operator()(const doc::Paragraph& text) const {
        return {typesetter_.min_content(text), typesetter_.max_content(text),
                typesetter_.least_width(text)};
    }
    ContentWidths operator()(const doc::Stack& stack) const { return widest(stack.boxes); }
    /// At least below each other, which is the narrower way; at most in two rows.
    ContentWidths operator()(const doc::Tiles& tiles) const {
        ContentWidths widths = widest(tiles.boxes);
        widths.max_content = tiles_width(tiles, tiles_beside(tiles.boxes.size(), 2), typesetter_);
        return widths;
    }
    ContentWidths operator()(const doc::Labelled& item) const {
        return labelled(item, label_width(item, typesetter_));
    }
    ContentWidths operator()(const doc::BalancedColumns& columns) const {
        const Pt label = widest_label(columns, typesetter_);
        ContentWidths widest;
        for (const doc::Box& box : columns.boxes) {
            const auto* item = std::get_if<doc::Labelled>(&box.content);
            widest.raise(item ? labelled(*item, label) : box_widths(box, available_, typesetter_));
        }
        const std::size_t count = column_count(columns);
        return spread(widest, static_cast<double>(count),
                      gaps_between(count, setting_.scaled(columns.gap)));
    }
    ContentWidths operator()(const doc::SideBySide& row) const {
        ContentWidths all;
        for (const doc::Box& box : row.boxes) {
            const ContentWidths widths = box_widths(box, available_, typesetter_);
            all = {all.min_content + widths.min_content, all.max_content + widths.max_content,
                   all.least + widths.least};
        }
        return spread(all, 1, gaps_between(row.boxes.size(), setting_.scaled(row.gap)));
    }
    ContentWidths operator()(const doc::TwoEnds&) const { return any(); }
    ContentWidths operator()(const doc::LegendPacking& legend) const {
        return legend_widths(legend, typesetter_);
    }
    ContentWidths operator()(const doc::Table&) const { return any(); }

    static ContentWidths spread(const ContentWidths& widths, double count, Pt more) {
        return {widths.min_content * count + more, widths.max_content * count + more,
                widths.least * count + more};
    }

private:
    ContentWidths any() const { return {Pt(0), available_, Pt(0)}; }

    ContentWidths labelled(const doc::Labelled& item, Pt label) const {
        ContentWidths body;
        for (const doc::Paragraph& text : item.body) body.raise((*this)(text));
        return spread(body, 1, label_room(item, label, setting_));
    }

    ContentWidths widest(const std::vector<doc::Box>& boxes) const {
        ContentWidths widest;
        for (const doc::Box& box : boxes) widest.raise(box_widths(box, available_, typesetter_));
        return widest;
    }

    Pt available_;
    Typesetter& typesetter_;
    const Setting& setting_;
};

struct LabelWidth {
    Typesetter& typesetter;

    Pt operator()(const std::monostate&) const { return Pt(0); }
    Pt operator()(const doc::Paragraph& text) const { return typesetter.max_content(text); }
    Pt operator()(const doc::Symbol& symbol) const {
        return symbol.width_at(typesetter.setting().scaled(symbol.height));
    }
};

}  // namespace

ContentWidths box_widths(const doc::Box& box, Pt available, Typesetter& typesetter) {
    const ContentWidths widths = std::visit(BoxNeeds(available, typesetter), box.content);
    return BoxNeeds::spread(widths, 1, rule_room(box, typesetter.setting()));
}

Pt rule_room(const doc::Box& box, const Setting& setting) {
    const bool has_room =
        box.rule && box.rule->edge == doc::EdgeRule::Edge::Start && box.rule->style.width > Pt(0);
    return has_room ? setting.scaled(box.rule->style.width + box.rule->gap) : Pt(0);
}

Pt label_width(const doc::Labelled& item, Typesetter& typesetter) {
    return std::visit(LabelWidth{typesetter}, item.label);
}

Pt label_room(const doc::Labelled& item, Pt label_width, const Setting& setting) {
    const bool has_label = !std::holds_alternative<std::monostate>(item.label);
    return has_label ? label_width + setting.scaled(item.gap) : Pt(0);
}

Pt widest_label(const doc::BalancedColumns& columns, Typesetter& typesetter) {
    Pt widest;
    for (const doc::Box& box : columns.boxes) {
        if (const auto* item = std::get_if<doc::Labelled>(&box.content))
            widest = std::max(widest, label_width(*item, typesetter));
    }
    return widest;
}

std::vector<Pt> tile_columns(const doc::Tiles& tiles, std::size_t beside, Typesetter& typesetter) {
    std::vector<Pt> columns(beside);
    for (std::size_t i = 0; i < tiles.boxes.size(); ++i) {
        Pt& column = columns[i % beside];
        column = std::max(column, box_widths(tiles.boxes[i], Pt(0), typesetter).max_content);
    }
    return columns;
}

Pt tiles_width(const doc::Tiles& tiles, std::size_t beside, Typesetter& typesetter) {
    Pt width = gaps_between(beside, typesetter.setting().scaled(tiles.gap_beside));
    for (const Pt column : tile_columns(tiles, beside, typesetter)) width += column;
    return width;
}

std::size_t tiles_beside(std::size_t count, std::size_t rows) { return (count + rows - 1) / rows; }

std::size_t column_count(const doc::BalancedColumns& columns) {
    return std::max<std::size_t>(1, std::min(columns.count, columns.boxes.size()));
}

}  // namespace broadside::layout
