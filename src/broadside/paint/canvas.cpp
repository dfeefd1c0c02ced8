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

void Canvas::text(const placed::Text& text) {
    if (text.lines.empty()) return;
    scene::DrawText op{text.direction, {}};
    op.lines.reserve(text.lines.size());
    for (const placed::Line& line : text.lines) {
        scene::Line& drawn = op.lines.emplace_back();
        drawn.baseline = rounded(line.baseline);
        drawn.left = rounded(line.left);
        drawn.width = rounded(line.width);
        drawn.is_hyphenated = line.is_hyphenated;
        for (const placed::Run& run : line.runs)
            drawn.runs.push_back({rounded(run.origin), run.glyphs, run.note, run.url, run.call});
    }
    page_.ops.push_back(std::move(op));
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
