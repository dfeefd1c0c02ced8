#include "broadside/paint/paint.hpp"

#include "broadside/paint/canvas.hpp"
#include "broadside/paint/paint_table.hpp"

namespace broadside::paint {

namespace {

using scene::Role;

class PaintBlock {
public:
    explicit PaintBlock(Canvas& canvas) : canvas_(canvas) {}

    void operator()(const placed::Header& header) const {
        scene::Tag tag;
        tag.role = Role::Heading;
        tag.level = 1;
        canvas_.begin(std::move(tag));
        canvas_.lines(header.title);
        canvas_.end();
        if (header.subtitle) canvas_.text(Role::Paragraph, *header.subtitle);
        if (header.publisher) canvas_.text(Role::Paragraph, *header.publisher);
        decorate(header.rule, header.rule_colour);
    }

    void operator()(const placed::Legend& legend) const {
        for (const placed::LegendGroup& group : legend.groups) paint(group);
    }

    void operator()(const placed::Table& table) const { paint_table(table, canvas_); }

    void operator()(const placed::Notes& notes) const {
        if (notes.notes.empty()) return;
        canvas_.begin(Role::List);
        for (const placed::Note& note : notes.notes) {
            scene::Tag tag;
            tag.role = Role::ListItem;
            tag.note = note.id;
            canvas_.begin(tag);
            tag.role = Role::ListLabel;
            canvas_.text(std::move(tag), note.mark);
            canvas_.text(Role::ListBody, note.text);
            canvas_.end();
        }
        canvas_.end();
    }

    void operator()(const placed::Links& links) const {
        decorate(links.rule, links.rule_colour);
        for (const placed::Link& link : links.links) {
            if (link.qr) canvas_.symbol(*link.qr);
            canvas_.text(Role::Paragraph, link.label);
            scene::Tag tag;
            tag.role = Role::Link;
            tag.url = link.url;
            canvas_.begin(std::move(tag));
            canvas_.lines(link.text);
            canvas_.end();
        }
    }

    void operator()(const placed::Imprint& imprint) const {
        if (imprint.start) canvas_.text(Role::Paragraph, *imprint.start);
        if (imprint.end) canvas_.text(Role::Paragraph, *imprint.end);
    }

    void operator()(const placed::Paragraphs& paragraphs) const {
        for (const placed::Text& text : paragraphs.paragraphs) canvas_.text(Role::Paragraph, text);
    }

    void operator()(const placed::PageNumber& number) const {
        canvas_.text(Role::Decoration, number.text);
    }

private:
    void decorate(const Rect& rect, Colour colour) const {
        if (rect.width <= Pt(0) || rect.height <= Pt(0)) return;
        canvas_.begin(Role::Decoration);
        canvas_.fill(rect, colour);
        canvas_.end();
    }

    void paint(const placed::LegendGroup& group) const {
        if (group.band) {
            canvas_.begin(Role::Decoration);
            canvas_.fill(group.band->box, group.band->style.tint);
            canvas_.fill(group.band->bar, group.band->style.bar);
            canvas_.end();
        }
        if (group.heading) canvas_.text(Role::Paragraph, *group.heading);
        if (!group.entries.empty()) paint_entries(group);
        if (group.badge) canvas_.symbol(*group.badge);
        for (const placed::Text& text : group.sample) canvas_.text(Role::Paragraph, text);
    }

    void paint_entries(const placed::LegendGroup& group) const {
        canvas_.begin(Role::List);
        for (const placed::LegendEntry& entry : group.entries) {
            canvas_.begin(Role::ListItem);
            canvas_.begin(Role::ListLabel);
            canvas_.symbol(entry.symbol);
            canvas_.end();
            canvas_.text(Role::ListBody, entry.label);
            canvas_.end();
        }
        canvas_.end();
    }

    Canvas& canvas_;
};

}  // namespace

scene::Scene paint(const placed::Document& document) {
    scene::Scene scene;
    scene.metadata = document.metadata;
    scene.direction = document.direction;
    for (const placed::Page& page : document.pages) {
        scene.pages.push_back({page.size, page.paper, {}});
        Canvas canvas(scene.pages.back());
        for (const placed::Block& block : page.blocks) std::visit(PaintBlock(canvas), block);
    }
    return scene;
}

}  // namespace broadside::paint
