#include "broadside/load/symbol/svg_canvas.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <memory>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "broadside/base/limits.hpp"

namespace broadside::load {

namespace {

/// How far out a shape may lie, in sides of the view box. What is outside is not drawn, but the
/// numbers count in all formats.
constexpr double kFarthest = 1000;

void resolve_colour(Paint& paint, const SvgPaint& said) {
    if (std::holds_alternative<CurrentColour>(paint) && said.colour) paint = *said.colour;
}

/// The pen of a line that is drawn through a transform; none, where it stays a circle.
std::optional<Transform> pen_of(const Transform& transform) {
    constexpr double kRound = 1e-3;
    const double scale = transform.scale();
    const double a = transform.a / scale, b = transform.b / scale;
    const double c = transform.c / scale, d = transform.d / scale;
    const bool is_turned = std::abs(a - d) < kRound && std::abs(b + c) < kRound;
    const bool is_mirrored = std::abs(a + d) < kRound && std::abs(b - c) < kRound;
    if (is_turned || is_mirrored) return std::nullopt;
    return Transform{a, b, c, d, 0, 0};
}

/// What no ink of a shape is outside of.
SvgBox ink_of(const Shape& shape) {
    const SvgBox box = bounds(shape.path);
    if (!shape.stroke) return box;
    const bool has_points = shape.stroke->join == LineJoin::Miter;
    const double reach = shape.stroke->width / 2 * (has_points ? shape.stroke->miter_limit : 1.5) *
                         (shape.stroke->pen ? stretch(*shape.stroke->pen) : 1);
    return {box.left - reach, box.top - reach, box.right + reach, box.bottom + reach};
}

/// No less than the length of a path.
double length_of(const Path& path) {
    double length = 0;
    PathPoint start, at;
    const auto go = [&](PathPoint to) {
        length += std::hypot(to.x - at.x, to.y - at.y);
        at = to;
    };
    for (const PathSegment& segment : path) {
        if (const auto* move = std::get_if<MoveTo>(&segment)) {
            start = at = move->to;
        } else if (const auto* line = std::get_if<LineTo>(&segment)) {
            go(line->to);
        } else if (const auto* cubic = std::get_if<CubicTo>(&segment)) {
            go(cubic->control1);
            go(cubic->control2);
            go(cubic->to);
        } else {
            go(start);
        }
    }
    return length;
}

/// Dashes start anew with each subpath.
std::size_t dashes_on(const Path& path, const Stroke& stroke) {
    double sum = 0;
    for (const double dash : stroke.dashes) sum += dash;
    const double most = static_cast<double>(limits::kMaxSymbolSegments);
    const double count = length_of(path) / sum * static_cast<double>(stroke.dashes.size());
    return static_cast<std::size_t>(std::min(count, most)) + 1;
}

/// All but its paint, in units of the drawing.
Stroke stroke_of(const SvgPaint& paint, const Transform& transform) {
    const double scale = transform.scale();
    Stroke stroke = paint.stroke;
    stroke.pen = pen_of(transform);
    stroke.width *= scale;
    double sum = 0;
    for (double& dash : stroke.dashes) sum += dash *= scale;
    if (sum <= 0) stroke.dashes.clear();
    stroke.dash_offset = stroke.dashes.empty() ? 0 : std::fmod(stroke.dash_offset * scale, sum);
    if (stroke.dash_offset < 0) stroke.dash_offset += sum;
    return stroke;
}

}  // namespace

double SvgCanvas::farthest() const { return kFarthest * std::max(drawing_.width, drawing_.height); }

std::optional<Problem> SvgCanvas::count(std::size_t segments) {
    segments_ += segments;
    if (segments_ <= limits::kMaxSymbolSegments) return std::nullopt;
    return Problem{"too-many", fmt::format("expected at most {} path segments, got more",
                                           limits::kMaxSymbolSegments)};
}

std::optional<Problem> SvgCanvas::draw(std::string_view name, const Path& outline,
                                       const SvgLevel& level) {
    Shape shape;
    shape.path = transformed(outline, level.transform);
    if (!is_within(farthest(), shape.path))
        return Problem{"out-of-range", fmt::format("coordinates of <{}> are too large", name)};
    if (auto problem = count(shape.path.size())) return problem;
    const SvgPaint& paint = level.paint;
    if (!paint.is_visible || shape.path.empty()) return std::nullopt;
    shape.fill_rule = paint.fill_rule;
    const SvgPainted painted{outline, level.transform, level.viewport, drawing_.slack() / 100};
    std::optional<Paint> fill = paint.fill, line = paint.stroke_paint;
    shape.fill_opacity = level.opacity * paint.fill_opacity * paint.fill_alpha;
    double line_opacity = level.opacity * paint.stroke_opacity * paint.stroke_alpha;
    if (auto problem = serve(paint.fill_server, painted, fill, shape.fill_opacity)) return problem;
    if (shape.fill_opacity > 0) shape.fill = fill;
    if (shape.fill && paint.says_fill) resolve_colour(*shape.fill, paint);
    if (auto problem = serve(paint.stroke_server, painted, line, line_opacity)) return problem;
    if (line && line_opacity > 0 && paint.stroke.width > 0) {
        shape.stroke = stroke_of(paint, level.transform);
        shape.stroke->paint = *line;
        resolve_colour(shape.stroke->paint, paint);
        shape.stroke->opacity = line_opacity;
        const double thickest =
            shape.stroke->width * (shape.stroke->pen ? stretch(*shape.stroke->pen) : 1);
        if (thickest > farthest()) return Problem{"out-of-range", "the stroke is too wide"};
        if (!shape.stroke->dashes.empty()) {
            if (auto problem = count(dashes_on(shape.path, *shape.stroke))) return problem;
        }
    }
    if (!shape.fill && !shape.stroke) return std::nullopt;
    add(std::move(shape), level);
    return std::nullopt;
}

std::optional<Problem> SvgCanvas::serve(std::string_view server, const SvgPainted& painted,
                                        std::optional<Paint>& paint, double& opacity) {
    if (server.empty() || opacity <= 0) return std::nullopt;
    auto found = gradients_.paint(server, painted);
    if (!found) return std::nullopt;
    if (auto* problem = std::get_if<Problem>(&*found)) return std::move(*problem);
    const auto& [served, its_opacity] = std::get<SvgServed>(*found);
    paint = served;
    opacity *= its_opacity;
    const auto* gradient = served ? std::get_if<GradientRef>(&*served) : nullptr;
    return gradient ? count((*gradient)->stops.size()) : std::nullopt;
}

void SvgCanvas::add(Shape shape, const SvgLevel& level) {
    const SvgBox ink = ink_of(shape);
    if (!level.clip.meets(ink) && !level.clip.contains(ink, 0)) return;
    shape.clip = clip_of(level, ink);
    const bool is_first = level.paint.is_stroked_first;
    if (shape.fill && shape.stroke && (is_first || shape.stroke->pen)) {
        Shape line = shape;
        line.fill.reset();
        shape.stroke.reset();
        if (!is_first) std::swap(line, shape);
        drawing_.shapes.push_back(std::move(line));
    }
    drawing_.shapes.push_back(std::move(shape));
}

/// What cuts nothing means nothing.
ClipRef SvgCanvas::clip_of(const SvgLevel& level, const SvgBox& ink) {
    const double width = drawing_.width, height = drawing_.height;
    if (level.clip.contains(intersection(ink, {0, 0, width, height}), drawing_.slack()))
        return level.cut;
    const bool is_known = box_cut_ && box_cut_->within == level.cut &&
                          box_.contains(level.clip, 0) && level.clip.contains(box_, 0);
    if (!is_known) {
        box_ = level.clip;
        // Whatever lies further out is not drawn.
        const auto [left, top, right, bottom] =
            intersection(box_, {-width, -height, 2 * width, 2 * height});
        box_cut_ = std::make_shared<const Clip>(
            Clip{rectangle(left, top, right, bottom), FillRule::NonZero, level.cut});
    }
    return box_cut_;
}

std::optional<Problem> SvgCanvas::cut(std::string_view name, Clip clip, SvgLevel& level) {
    // PDF/A-2, 6.1.13, allows 28 states inside each other; drawings in use have three.
    constexpr std::size_t kMost = 16;
    if (!is_within(farthest(), clip.path))
        return Problem{"out-of-range",
                       fmt::format("coordinates of the clip path of <{}> are too large", name)};
    const auto box = clip.path.empty() ? std::optional(SvgBox{0, 0, 0, 0}) : as_box(clip.path);
    if (box) {
        level.clip = intersection(level.clip, *box);
        return std::nullopt;
    }
    if (++level.cuts > kMost)
        return Problem{
            "too-many",
            fmt::format("expected at most {} clip paths inside each other, got more", kMost)};
    if (auto problem = count(clip.path.size())) return problem;
    clip.within = level.cut;
    level.cut = std::make_shared<const Clip>(std::move(clip));
    return std::nullopt;
}

std::optional<Problem> SvgCanvas::check_layers(std::string_view name, std::size_t first) const {
    std::vector<SvgBox> boxes;
    bool is_flat = drawing_.shapes.size() - first <= kMostCompared;
    for (std::size_t i = first; is_flat && i < drawing_.shapes.size(); ++i) {
        const Shape& shape = drawing_.shapes[i];
        const SvgBox ink = ink_of(shape);
        is_flat = !(shape.fill && shape.stroke) &&
                  std::none_of(boxes.begin(), boxes.end(),
                               [&](const SvgBox& box) { return box.meets(ink); });
        boxes.push_back(ink);
    }
    if (is_flat) return std::nullopt;
    return Problem{
        "unsupported-opacity",
        fmt::format("unsupported opacity of <{}>: it has shapes, or a fill and a stroke, "
                    "that lie over each other",
                    name),
        {"give each shape a fill-opacity or stroke-opacity of its own"}};
}

/// Shapes lie in their bounding box, and those that paint nothing only make it larger.
std::optional<Problem> SvgCanvas::check_region(std::string_view name, const SvgLevel& level,
                                               std::size_t first) {
    const auto begin = drawing_.shapes.begin() + static_cast<std::ptrdiff_t>(first);
    const auto end = drawing_.shapes.end();
    if (std::none_of(begin, end, [](const Shape& shape) { return shape.stroke.has_value(); }))
        return std::nullopt;
    const Transform back = inverse(level.transform);
    constexpr double kFar = std::numeric_limits<double>::infinity();
    SvgBox box{kFar, kFar, -kFar, -kFar}, ink = box;
    for (auto shape = begin; shape != end; ++shape) {
        if (auto problem = count(shape->path.size())) return problem;
        const auto [left, top, right, bottom] = ink_of(*shape);
        box = united(box, bounds(transformed(shape->path, back)));
        ink = united(ink, bounds(transformed(rectangle(left, top, right, bottom), back)));
    }
    const auto [left, top, right, bottom] = *level.region;
    const double width = box.right - box.left, height = box.bottom - box.top;
    const SvgBox region{box.left + left * width, box.top + top * height, box.left + right * width,
                        box.top + bottom * height};
    if (region.contains(ink, 0)) return std::nullopt;
    return Problem{"unsupported-clip",
                   fmt::format("unsupported mask of <{}>: it may end inside of lines", name),
                   {"give it maskUnits=\"userSpaceOnUse\", x, y, a width and a height"}};
}

}  // namespace broadside::load
