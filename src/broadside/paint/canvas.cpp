#include "broadside/paint/canvas.hpp"

#include <algorithm>
#include <cmath>
#include <utility>
#include <vector>

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

/// What of a line is one op: runs, or a symbol.
struct LinePart {
    scene::Line runs;
    const placed::Symbol* symbol = nullptr;
};

/// The part of a line between two symbols, without its runs.
scene::Line part_of(const placed::Line& line, Pt left, Pt right) {
    return {rounded(line.baseline), rounded(left), rounded(right - left), {}, line.is_hyphenated};
}

/// In the order of reading, as far as symbols part them.
std::vector<LinePart> parts_of(const placed::Line& line, Direction direction) {
    std::vector<LinePart> parts;
    auto symbol = line.symbols.begin();
    Pt left = line.left;
    const auto begin_runs = [&] {
        const bool is_last = symbol == line.symbols.end();
        parts.push_back({part_of(line, left, is_last ? line.left + line.width : symbol->box.x)});
    };
    begin_runs();
    const auto pass_symbol = [&] {
        parts.push_back({{}, &*symbol});
        left = symbol->box.right();
        ++symbol;
        begin_runs();
    };
    for (const placed::Run& run : line.runs) {
        while (symbol != line.symbols.end() && symbol->box.x < run.origin.x) pass_symbol();
        parts.back().runs.runs.push_back(
            {rounded(run.origin), run.glyphs, run.note, run.url, run.call});
    }
    while (symbol != line.symbols.end()) pass_symbol();
    if (!line.symbols.empty())
        std::erase_if(parts, [](const LinePart& part) {
            return part.symbol == nullptr && part.runs.runs.empty();
        });
    if (direction == Direction::RightToLeft) std::reverse(parts.begin(), parts.end());
    return parts;
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
    scene::DrawText drawn{text.direction, {}};
    drawn.lines.reserve(text.lines.size());
    for (const placed::Line& line : text.lines) {
        for (LinePart& part : parts_of(line, text.direction)) {
            if (part.symbol != nullptr) {
                if (!drawn.lines.empty())
                    page_.ops.push_back(std::exchange(drawn, {text.direction, {}}));
                symbol(*part.symbol);
            } else {
                drawn.lines.push_back(std::move(part.runs));
            }
        }
    }
    if (!drawn.lines.empty()) page_.ops.push_back(std::move(drawn));
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
