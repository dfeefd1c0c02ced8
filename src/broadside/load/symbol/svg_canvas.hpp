#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "broadside/base/drawing.hpp"
#include "broadside/base/transform.hpp"
#include "broadside/load/symbol/svg_box.hpp"
#include "broadside/load/symbol/svg_gradients.hpp"
#include "broadside/load/symbol/svg_paint.hpp"
#include "broadside/load/symbol/svg_shape.hpp"
#include "broadside/load/syntax/report.hpp"

namespace broadside::load {

/// What an element hands down to its children.
struct SvgLevel {
    SvgPaint paint;
    double opacity = 1;  // of it and what it is in
    Transform transform;
    Viewport viewport;
    SvgBox clip;           // in units of the drawing: rectangles
    ClipRef cut;           // and all that are none
    std::size_t cuts = 0;  // as many

    // Where the element's own mask ends, in parts of its bounding box, where it is in such parts.
    std::optional<SvgBox> region;
    bool is_placed = true;  // else mistakes leave open where it is, and nothing is drawn
};

/// Of boxes, each with each; drawings in use have a few.
inline constexpr std::size_t kMostCompared = 100;

/// Makes shapes of a drawing, whose size is known, of what elements draw.
class SvgCanvas {
public:
    SvgCanvas(Drawing& drawing, SvgGradients& gradients)
        : drawing_(drawing), gradients_(gradients) {}

    /// Draws an element of that name, or says what no drawing can have.
    std::optional<Problem> draw(std::string_view name, const Path& outline, const SvgLevel& level);

    /// All that is drawn below a level is cut, or that would be too much.
    std::optional<Problem> cut(std::string_view name, Clip clip, SvgLevel& level);

    /// The opacity of an element is that of each of its shapes, where none lies over another.
    /// `first` is the first of them.
    std::optional<Problem> check_layers(std::string_view name, std::size_t first) const;

    /// Tells where the region of a level lets no line of what was drawn there through: shapes from
    /// `first` on.
    std::optional<Problem> check_region(std::string_view name, const SvgLevel& level,
                                        std::size_t first);

private:
    /// Where `server` is a gradient, that is what paints, more or less.
    std::optional<Problem> serve(std::string_view server, const SvgPainted& painted,
                                 std::optional<Paint>& paint, double& opacity);
    void add(Shape shape, const SvgLevel& level);
    std::optional<Problem> count(std::size_t segments);
    ClipRef clip_of(const SvgLevel& level, const SvgBox& ink);
    double farthest() const;

    Drawing& drawing_;
    SvgGradients& gradients_;
    std::size_t segments_ = 0;
    SvgBox box_;       // of the latest clip that is a rectangle
    ClipRef box_cut_;  // which shapes share
};

}  // namespace broadside::load
