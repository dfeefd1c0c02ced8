#include "broadside/layout/mirror.hpp"

namespace broadside::layout {

namespace {

class Mirror {
public:
    explicit Mirror(Pt width) : width_(width) {}

    void operator()(placed::Header& header) const {
        turn(header.title);
        turn(header.subtitle);
        turn(header.publisher);
        turn(header.rule);
    }
    void operator()(placed::Legend& legend) const {
        for (placed::LegendGroup& group : legend.groups) {
            turn(group.heading);
            for (placed::LegendEntry& entry : group.entries) {
                turn(entry.symbol.box);
                turn(entry.label);
            }
            if (group.band) {
                turn(group.band->box);
                turn(group.band->bar);
            }
            if (group.badge) turn(group.badge->box);
            for (placed::Text& text : group.sample) turn(text);
        }
    }
    void operator()(placed::Table& table) const {
        turn(table.box);
        table.direction = Direction::RightToLeft;
        for (Pt& edge : table.column_edges) edge = width_ - edge;
        for (placed::Cell& cell : table.cells) {
            turn(cell.box);
            for (placed::Content& content : cell.content) {
                std::visit([this](auto& part) { turn(part); }, content);
            }
        }
    }
    void operator()(placed::Notes& notes) const {
        for (placed::Note& note : notes.notes) {
            turn(note.mark);
            turn(note.text);
        }
    }
    void operator()(placed::Links& links) const {
        turn(links.rule);
        for (placed::Link& link : links.links) {
            turn(link.label);
            turn(link.text);
            if (link.qr) turn(link.qr->box);
        }
    }
    void operator()(placed::Imprint& imprint) const {
        turn(imprint.start);
        turn(imprint.end);
    }
    void operator()(placed::Paragraphs& paragraphs) const {
        for (placed::Text& text : paragraphs.paragraphs) turn(text);
    }
    void operator()(placed::PageNumber& number) const { turn(number.text); }

private:
    void turn(Rect& rect) const { rect.x = width_ - rect.right(); }

    void turn(placed::Symbol& symbol) const { turn(symbol.box); }

    void turn(placed::Text& text) const {
        turn(text.box);
        for (placed::Line& line : text.lines) {
            const Pt left = width_ - line.left - line.width;
            for (placed::Run& run : line.runs) run.origin.x += left - line.left;
            line.left = left;
        }
    }

    void turn(std::optional<placed::Text>& text) const {
        if (text) turn(*text);
    }

    Pt width_;
};

}  // namespace

void mirror(placed::Page& page) {
    for (placed::Block& block : page.blocks) std::visit(Mirror(page.size.width), block);
}

}  // namespace broadside::layout
