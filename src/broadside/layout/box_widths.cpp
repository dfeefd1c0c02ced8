#include "broadside/layout/box_widths.hpp"

#include <algorithm>

#include "broadside/layout/symbol.hpp"

namespace broadside::layout {

namespace {

class BoxNeeds {
public:
    BoxNeeds(Pt available, Typesetter& typesetter)
        : available_(available), typesetter_(typesetter), setting_(typesetter.setting()) {}

    BoxWidths operator()(const doc::Paragraph& text) const {
        return {typesetter_.min_content(text), typesetter_.max_content(text),
                typesetter_.least_width(text)};
    }
    BoxWidths operator()(const doc::Stack& stack) const { return widest(stack.boxes); }
    /// At least below each other, which is the narrower way; at most in two rows.
    BoxWidths operator()(const doc::Tiles& tiles) const {
        BoxWidths widths = widest(tiles.boxes);
        const double beside = static_cast<double>(tiles_beside(tiles.boxes.size(), 2));
        widths.max_content = widths.max_content * beside +
                             setting_.scaled(tiles.gap_beside) * std::max(0.0, beside - 1);
        return widths;
    }
    BoxWidths operator()(const doc::Labelled& item) const {
        return labelled(item, label_width(item, typesetter_));
    }
    BoxWidths operator()(const doc::BalancedColumns& columns) const {
        const Pt label = widest_label(columns, typesetter_);
        BoxWidths widest;
        for (const doc::Box& box : columns.boxes) {
            const auto* item = std::get_if<doc::Labelled>(&box.content);
            raise(widest, item ? labelled(*item, label) : box_widths(box, available_, typesetter_));
        }
        const double count = static_cast<double>(column_count(columns));
        return spread(widest, count, setting_.scaled(columns.gap) * (count - 1));
    }
    BoxWidths operator()(const doc::SideBySide& row) const {
        BoxWidths all;
        for (const doc::Box& box : row.boxes) {
            const BoxWidths widths = box_widths(box, available_, typesetter_);
            all = {all.min_content + widths.min_content, all.max_content + widths.max_content,
                   all.least + widths.least};
        }
        const double gaps = row.boxes.empty() ? 0 : static_cast<double>(row.boxes.size() - 1);
        return spread(all, 1, setting_.scaled(row.gap) * gaps);
    }
    BoxWidths operator()(const doc::TwoEnds&) const { return any(); }
    BoxWidths operator()(const doc::LegendPacking&) const { return any(); }
    BoxWidths operator()(const doc::Table&) const { return any(); }

    static BoxWidths spread(const BoxWidths& widths, double count, Pt more) {
        return {widths.min_content * count + more, widths.max_content * count + more,
                widths.least * count + more};
    }

private:
    BoxWidths any() const { return {Pt(0), available_, Pt(0)}; }

    BoxWidths labelled(const doc::Labelled& item, Pt label) const {
        BoxWidths body;
        for (const doc::Paragraph& text : item.body) raise(body, (*this)(text));
        return spread(body, 1, label_room(item, label, setting_));
    }

    BoxWidths widest(const std::vector<doc::Box>& boxes) const {
        BoxWidths widest;
        for (const doc::Box& box : boxes) raise(widest, box_widths(box, available_, typesetter_));
        return widest;
    }

    static void raise(BoxWidths& most, const BoxWidths& widths) {
        most.min_content = std::max(most.min_content, widths.min_content);
        most.max_content = std::max(most.max_content, widths.max_content);
        most.least = std::max(most.least, widths.least);
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
        return symbol_width(symbol, typesetter.setting().scaled(symbol.height));
    }
};

}  // namespace

BoxWidths box_widths(const doc::Box& box, Pt available, Typesetter& typesetter) {
    const BoxWidths widths = std::visit(BoxNeeds(available, typesetter), box.content);
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

std::size_t tiles_beside(std::size_t count, std::size_t rows) { return (count + rows - 1) / rows; }

std::size_t column_count(const doc::BalancedColumns& columns) {
    return std::max<std::size_t>(1, std::min(columns.count, columns.boxes.size()));
}

}  // namespace broadside::layout
