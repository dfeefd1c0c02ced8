#pragma once

#include <map>
#include <optional>
#include <string_view>
#include <variant>
#include <vector>

#include "broadside/base/drawing.hpp"
#include "broadside/load/symbol/svg_rules.hpp"
#include "broadside/load/symbol/svg_tree.hpp"

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

}  // namespace broadside::load
