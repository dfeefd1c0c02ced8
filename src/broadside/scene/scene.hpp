#pragma once

#include <cmath>
#include <string>
#include <variant>
#include <vector>

#include "broadside/base/geometry.hpp"
#include "broadside/base/metadata.hpp"
#include "broadside/scene/op.hpp"

/// NOUN 4: ordered draw ops with role tags; no tables, no text to measure.
///
/// Guarantees: groups are balanced on each page; ops stand in reading order, with what lies behind
/// them (bands, rules) first, in groups of their own; every op is inside a group; all coordinates
/// are multiples of 0.01 pt (`on_grid`), glyph offsets excepted.
namespace broadside::scene {

struct Page {
    Size size;
    Colour paper;
    std::vector<Op> ops;
};

struct Scene {
    Metadata metadata;
    Direction direction = Direction::LeftToRight;
    std::vector<Page> pages;
    bool keeps_size = false;  // in print, whatever the printer's margins: it is cut by measure
};

/// The scene as text, one op a line, for goldens and for `broadside dump --stage scene`.
std::string dump(const Scene& scene);

/// Calls `visit` with each run of a page, in the order of its ops.
template <typename Visit>
void for_each_run(const Page& page, Visit visit) {
    for (const Op& op : page.ops) {
        const auto* text = std::get_if<DrawText>(&op);
        if (text == nullptr) continue;
        for (const Line& line : text->lines) {
            for (const LineRun& run : line.runs) visit(run);
        }
    }
}

// Coordinates are multiples of 0.01 pt, so that every format replays the same numbers.

inline constexpr double kGridStepsPerPoint = 100;

inline Pt on_grid(Pt length) {
    return Pt(std::round(length.value * kGridStepsPerPoint) / kGridStepsPerPoint);
}

inline Point on_grid(Point point) { return {on_grid(point.x), on_grid(point.y)}; }

/// Edges are rounded, not sizes: rectangles that touch still touch.
inline Rect on_grid(const Rect& rect) {
    const Pt x = on_grid(rect.x), y = on_grid(rect.y);
    return {x, y, on_grid(rect.right()) - x, on_grid(rect.bottom()) - y};
}

}  // namespace broadside::scene
