#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string_view>
#include <variant>
#include <vector>

#include "broadside/base/drawing.hpp"
#include "broadside/base/transform.hpp"
#include "broadside/load/symbol/svg_box.hpp"
#include "broadside/load/symbol/svg_paint.hpp"
#include "broadside/load/symbol/svg_rules.hpp"
#include "broadside/load/symbol/svg_shape.hpp"
#include "broadside/load/symbol/svg_tree.hpp"
#include "broadside/load/syntax/report.hpp"

namespace broadside::load {

/// What a gradient comes to for one shape.
struct SvgServed {
    std::optional<Paint> paint;  // none: it paints nothing
    double opacity = 1;
};

/// What is painted with a gradient.
struct SvgPainted {
    const Path& outline;         // in its own units
    const Transform& transform;  // from these to the drawing's
    const Viewport& viewport;
    double least;  // what no gradient may be shorter than, in units of the drawing
};

/// The gradients of a file, each read when a shape is first painted with it.
class SvgGradients {
public:
    /// Both must outlive it, and be filled by the time that it is asked.
    SvgGradients(const SvgIds& ids, const SvgRules& rules) : ids_(ids), rules_(rules) {}

    /// Nothing, where there is no such element; a problem, where it is no gradient that a drawing
    /// can have.
    std::optional<std::variant<SvgServed, Problem>> paint(std::string_view id,
                                                          const SvgPainted& painted);

private:
    /// An element with what it takes from others by `href`.
    struct Definition {
        bool is_radial = false;
        std::map<std::string_view, std::string_view> attributes;
        std::vector<Gradient::Stop> stops;
    };
    using Known = std::variant<Definition, Problem>;

    const Known& known(const SvgElement& element, std::size_t depth);
    Known read(const SvgElement& element, std::size_t depth);
    std::variant<Gradient::Stop, Problem> stop(const SvgElement& element, double least) const;
    static std::variant<SvgServed, Problem> painted_with(const Definition& definition,
                                                         const SvgPainted& painted);

    const SvgIds& ids_;
    const SvgRules& rules_;
    std::map<const SvgElement*, Known> known_;
};

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
