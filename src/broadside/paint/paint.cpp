#include "broadside/paint/paint.hpp"

#include "broadside/paint/canvas.hpp"
#include "broadside/paint/paint_table.hpp"

namespace broadside::paint {

namespace {

class PaintItem {
public:
    explicit PaintItem(Canvas& canvas) : canvas_(canvas) {}

    void operator()(const placed::Text& text) const {
        if (text.lines.empty()) return;
        in_group(*text.meaning, [&] { canvas_.text(text); });
    }
    void operator()(const placed::Symbol& symbol) const { canvas_.symbol(symbol); }
    void operator()(const placed::Fill& fill) const { canvas_.fill(fill.box, fill.colour); }
    void operator()(const placed::Group& group) const {
        in_group(group.meaning, [&] {
            for (const placed::Item& item : group.items) std::visit(*this, item.kind);
        });
    }
    void operator()(const placed::Table& table) const { paint_table(table, canvas_); }

private:
    template <typename Body>
    void in_group(const Meaning& meaning, Body body) const {
        if (meaning.role != Role::None) canvas_.begin(meaning);
        body();
        if (meaning.role != Role::None) canvas_.end();
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
        for (const placed::Item& item : page.items) std::visit(PaintItem(canvas), item.kind);
    }
    return scene;
}

}  // namespace broadside::paint
