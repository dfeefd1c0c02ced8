#include "broadside/paint/canvas.hpp"

#include <algorithm>
#include <utility>
#include <vector>

namespace broadside::paint {

namespace {

constexpr Pt kFrameWidth{0.35};

using scene::on_grid;

/// What of a line is one op: runs, or a symbol.
struct LinePart {
    scene::Line runs;
    const placed::Symbol* symbol = nullptr;
};

/// In the order of reading, as far as symbols part them.
std::vector<LinePart> parts_of(const placed::Line& line, Direction direction) {
    std::vector<LinePart> parts;
    auto run = line.runs.begin();
    Pt left = line.left;
    const auto add_runs = [&](auto end, Pt right) {
        scene::Line part{on_grid(line.baseline), on_grid(left), on_grid(right - left), {}};
        for (; run != end; ++run) part.runs.emplace_back(*run).origin = on_grid(run->origin);
        if (!part.runs.empty() || line.symbols.empty()) parts.push_back({std::move(part)});
    };
    for (const placed::Symbol& symbol : line.symbols) {
        const auto is_behind = [&](const placed::Run& other) {
            return other.origin.x > symbol.box.x;
        };
        add_runs(std::find_if(run, line.runs.end(), is_behind), symbol.box.x);
        parts.push_back({{}, &symbol});
        left = symbol.box.right();
    }
    add_runs(line.runs.end(), line.left + line.width);
    if (direction == Direction::RightToLeft) std::reverse(parts.begin(), parts.end());
    parts.back().runs.is_hyphenated = line.is_hyphenated;
    parts.back().runs.is_fed = line.is_fed;
    return parts;
}

struct TagBox {
    Rect rect;
    Colour colour;
};

/// The boxes around the tags of a line. By what the lines of a script are higher, it reaches lower.
std::vector<TagBox> tag_boxes(const placed::Line& line) {
    constexpr double kAbove = 0.98, kBelow = 0.28;  // of the baseline, in ems
    std::vector<TagBox> boxes;
    bool continues = false;
    for (const placed::Run& run : line.runs) {
        const FontFaceRef& face = run.glyphs.font;
        const double below = kBelow + (face ? std::max(0.0, face->line_height - 1) : 0);
        const Pt size = run.glyphs.size, right = run.origin.x + run.glyphs.advance;
        if (run.is_tag && continues)
            boxes.back().rect.width = right - boxes.back().rect.x;
        else if (run.is_tag)
            boxes.push_back({{run.origin.x, run.origin.y - size * kAbove, run.glyphs.advance,
                              size * (kAbove + below)},
                             run.glyphs.colour});
        continues = run.is_tag;
    }
    return boxes;
}

scene::Tag tag_of(const Meaning& meaning) {
    scene::Tag tag;
    tag.role = meaning.role;
    tag.level = meaning.level;
    tag.note = meaning.note;
    tag.url = meaning.url;
    tag.continued = meaning.shown == Shown::Continued;
    tag.repeated = meaning.shown == Shown::Repeated;
    return tag;
}

}  // namespace

void Canvas::begin(scene::Tag tag) { page_.ops.push_back(scene::BeginGroup{std::move(tag)}); }

void Canvas::begin(const Meaning& meaning) { begin(tag_of(meaning)); }

void Canvas::end() { page_.ops.push_back(scene::EndGroup{}); }

void Canvas::fill(const Rect& rect, Colour colour) {
    if (rect.width <= Pt(0) || rect.height <= Pt(0)) return;
    page_.ops.push_back(scene::FillRect{on_grid(rect), colour});
}

void Canvas::stroke(Point from, Point to, const RuleStyle& rule) {
    if (rule.width <= Pt(0)) return;
    page_.ops.push_back(
        scene::StrokeLine{on_grid(from), on_grid(to), on_grid(rule.width), rule.colour});
}

void Canvas::frame(const Rect& rect, Colour colour) {
    const RuleStyle rule{kFrameWidth, colour};
    const Point corners[] = {{rect.x, rect.y},
                             {rect.right(), rect.y},
                             {rect.right(), rect.bottom()},
                             {rect.x, rect.bottom()}};
    decorate(Role::Rule, [&] {
        for (std::size_t i = 0; i < 4; ++i) stroke(corners[i], corners[(i + 1) % 4], rule);
    });
}

void Canvas::text(const placed::Text& text) {
    scene::DrawText drawn{text.direction, {}};
    drawn.turn = text.turn;
    if (drawn.turn) drawn.turn->about = on_grid(drawn.turn->about);
    drawn.lines.reserve(text.lines.size());
    for (const placed::Line& line : text.lines) {
        for (const TagBox& box : tag_boxes(line)) frame(box.rect, box.colour);
        for (LinePart& part : parts_of(line, text.direction)) {
            if (part.symbol != nullptr) {
                if (!drawn.lines.empty())
                    page_.ops.push_back(std::exchange(drawn, {text.direction, {}, {}, true}));
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
    tag.role = symbol.alt.empty() ? scene::Role::Ornament : scene::Role::Figure;
    tag.label = symbol.alt;
    tag.url = symbol.url;
    begin(std::move(tag));
    page_.ops.push_back(scene::DrawSymbol{on_grid(symbol.box), symbol.drawing, symbol.colour});
    end();
}

}  // namespace broadside::paint
