#include "broadside/paint/canvas.hpp"

#include <cmath>

namespace broadside::paint {

namespace {

Pt rounded(Pt length) { return Pt(std::round(length.value * 100) / 100); }

Point rounded(Point point) { return {rounded(point.x), rounded(point.y)}; }

/// Edges are rounded, not sizes: rectangles that touch still touch.
Rect rounded(const Rect& rect) {
    const Pt x = rounded(rect.x);
    const Pt y = rounded(rect.y);
    return {x, y, rounded(rect.right()) - x, rounded(rect.bottom()) - y};
}

scene::Tag tag_of(const Meaning& meaning) {
    scene::Tag tag;
    tag.role = meaning.role;
    tag.level = meaning.level;
    tag.note = meaning.note;
    tag.url = meaning.url;
    return tag;
}

}  // namespace

void Canvas::begin(scene::Tag tag) { page_.ops.push_back(scene::BeginGroup{std::move(tag)}); }

void Canvas::begin(const Meaning& meaning) { begin(tag_of(meaning)); }

void Canvas::end() { page_.ops.push_back(scene::EndGroup{}); }

void Canvas::fill(const Rect& rect, Colour colour) {
    if (rect.width <= Pt(0) || rect.height <= Pt(0)) return;
    page_.ops.push_back(scene::FillRect{rounded(rect), colour});
}

void Canvas::stroke(Point from, Point to, const RuleStyle& rule) {
    if (rule.width <= Pt(0)) return;
    page_.ops.push_back(
        scene::StrokeLine{rounded(from), rounded(to), rounded(rule.width), rule.colour});
}

void Canvas::lines(const placed::Text& text) {
    for (const placed::Line& line : text.lines) {
        scene::TextLine op;
        op.baseline = rounded(line.baseline);
        op.left = rounded(line.left);
        op.width = rounded(line.width);
        op.direction = text.direction;
        for (const placed::Run& run : line.runs) {
            op.runs.push_back({rounded(run.origin), run.glyphs, run.note, run.url, run.call});
        }
        op.is_hyphenated = line.is_hyphenated;
        op.ends_text = &line == &text.lines.back();
        page_.ops.push_back(std::move(op));
    }
}

void Canvas::symbol(const placed::Symbol& symbol) {
    scene::Tag tag;
    tag.role = symbol.alt.empty() ? scene::Role::Decoration : scene::Role::Figure;
    tag.label = symbol.alt;
    begin(std::move(tag));
    page_.ops.push_back(scene::DrawSymbol{rounded(symbol.box), symbol.drawing, symbol.colour});
    end();
}

}  // namespace broadside::paint
