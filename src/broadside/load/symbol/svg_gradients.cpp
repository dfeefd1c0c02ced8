#include "broadside/load/symbol/svg_canvas.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <memory>
#include <utility>

#include <fmt/format.h>

#include "broadside/base/phrases.hpp"
#include "broadside/load/symbol/svg_box.hpp"
#include "broadside/load/symbol/svg_colour.hpp"
#include "broadside/load/symbol/svg_coordinates.hpp"
#include "broadside/load/symbol/svg_paint.hpp"

namespace broadside::load {

namespace {

constexpr std::string_view kAttributes[] = {
    "cx",           "cy", "fr", "fx", "fy", "gradientTransform", "gradientUnits", "r",
    "spreadMethod", "x1", "x2", "y1", "y2"};

/// Files in use have two or three that take from each other.
constexpr std::size_t kMostReferences = 16;

bool is_gradient(const SvgElement& element) {
    return element.name == "linearGradient" || element.name == "radialGradient";
}

Problem bad(std::string_view name, std::string_view value) {
    return {"bad-attribute",
            fmt::format("\"{}\" is no \"{}\" of a gradient", excerpt(value), name)};
}

/// The lengths of a gradient; remembers the latest attribute that is wrong.
struct Lengths {
    const std::map<std::string_view, std::string_view>& attributes;
    const Viewport& viewport;
    std::optional<Problem> problem = {};

    double across(std::string_view name, double by_default) {
        return find(name, viewport.width).value_or(by_default * viewport.width);
    }
    double down(std::string_view name, double by_default) {
        return find(name, viewport.height).value_or(by_default * viewport.height);
    }
    double radius(std::string_view name, double by_default) {
        return find(name, viewport.diagonal()).value_or(by_default * viewport.diagonal());
    }
    std::optional<double> find(std::string_view name, double whole) {
        const auto written = attributes.find(name);
        if (written == attributes.end()) return std::nullopt;
        const auto length = parse_length(written->second, whole);
        if (!length || std::abs(*length) > kLargestSvgNumber) problem = bad(name, written->second);
        return length;
    }
};

/// Where all stops are seen through alike, the shape is; where all are of one colour, it is.
SvgServed simplified(Gradient gradient) {
    const Gradient::Stop last = gradient.stops.back();
    const auto every = [&](auto is_so) {
        return std::all_of(gradient.stops.begin(), gradient.stops.end(), is_so);
    };
    if (!every([&](const Gradient::Stop& stop) { return stop.opacity == last.opacity; }))
        return {std::make_shared<const Gradient>(std::move(gradient))};
    if (last.opacity <= 0) return {};
    if (every([&](const Gradient::Stop& stop) { return stop.colour == last.colour; }))
        return {last.colour, last.opacity};
    for (Gradient::Stop& stop : gradient.stops) stop.opacity = 1;
    return {std::make_shared<const Gradient>(std::move(gradient)), last.opacity};
}

}  // namespace

std::optional<std::variant<SvgServed, Problem>> SvgGradients::paint(std::string_view id,
                                                                    const SvgPainted& painted) {
    const auto target = ids_.find(id);
    if (target == ids_.end()) return std::nullopt;
    const SvgElement& element = *target->second;
    if (!is_gradient(element))
        return Problem{"unsupported-element",
                       fmt::format("unsupported <{}> as a paint", element.name),
                       {"paint with a colour or a gradient"}};
    const Known& found = known(element, 0);
    if (const auto* problem = std::get_if<Problem>(&found)) return *problem;
    return painted_with(std::get<Definition>(found), painted);
}

const SvgGradients::Known& SvgGradients::known(const SvgElement& element, std::size_t depth) {
    const auto known = known_.find(&element);
    if (known != known_.end()) return known->second;
    Known found = read(element, depth);
    return known_.try_emplace(&element, std::move(found)).first->second;
}

SvgGradients::Known SvgGradients::read(const SvgElement& element, std::size_t depth) {
    const std::string_view href = value_of(element.attributes, "href");
    if (depth > kMostReferences) return bad("href", href);
    Definition definition;
    const SvgElement* target = find_target(ids_, href);
    if (target != nullptr && is_gradient(*target)) {
        const Known& base = known(*target, depth + 1);
        if (std::holds_alternative<Problem>(base)) return base;
        definition = std::get<Definition>(base);
    }
    definition.is_radial = element.name == "radialGradient";
    for (const std::string_view name : kAttributes) {
        const auto own = element.attributes.find(name);
        if (own != element.attributes.end()) definition.attributes[name] = own->second;
    }
    std::vector<Gradient::Stop> stops;
    for (const SvgElement& child : element.children) {
        if (child.name != "stop") continue;
        auto read = stop(child, stops.empty() ? 0 : stops.back().offset);
        if (auto* problem = std::get_if<Problem>(&read)) return std::move(*problem);
        stops.push_back(std::get<Gradient::Stop>(read));
    }
    if (!stops.empty()) definition.stops = std::move(stops);
    return definition;
}

std::variant<Gradient::Stop, Problem> SvgGradients::stop(const SvgElement& element,
                                                         double least) const {
    Gradient::Stop stop;
    if (const auto offset = value_of(element.attributes, "offset"); !offset.empty()) {
        const auto number = parse_opacity(offset);
        if (!number) return bad("offset", offset);
        stop.offset = *number;
    }
    // SVG 2, 14.2.4.2: none lies before the one before it.
    stop.offset = std::max(stop.offset, least);
    const SvgAttributes properties = rules_.properties(element.name, element.attributes);
    if (const auto said = value_of(properties, "stop-color"); !said.empty()) {
        const auto colour = parse_svg_colour(said);
        if (!colour) return bad("stop-color", said);
        stop.colour = colour->colour;
        stop.opacity = colour->alpha;
    }
    if (const auto said = value_of(properties, "stop-opacity"); !said.empty()) {
        const auto opacity = parse_opacity(said);
        if (!opacity) return bad("stop-opacity", said);
        stop.opacity *= *opacity;
    }
    return stop;
}

std::variant<SvgServed, Problem> SvgGradients::painted_with(const Definition& definition,
                                                            const SvgPainted& painted) {
    const auto& attributes = definition.attributes;
    const auto attribute = [&](std::string_view name) {
        const auto found = attributes.find(name);
        return found == attributes.end() ? std::string_view() : found->second;
    };
    if (const auto spread = attribute("spreadMethod"); !spread.empty() && spread != "pad")
        return Problem{
            "unsupported-attribute",
            fmt::format("unsupported \"spreadMethod\" of a gradient: \"{}\"", excerpt(spread)),
            {"without it, a gradient ends in its first and last colours"}};
    if (definition.stops.empty()) return SvgServed{};
    Transform space = painted.transform;
    Viewport whole = painted.viewport;
    if (attribute("gradientUnits") != "userSpaceOnUse") {
        const SvgBox box = bounds(painted.outline);
        const double width = box.right - box.left, height = box.bottom - box.top;
        if (!(width > 0) || !(height > 0)) return SvgServed{};
        space = combined(space, {width, 0, 0, height, box.left, box.top});
        whole = {1, 1};
    }
    if (const auto written = attribute("gradientTransform"); !written.empty()) {
        const auto transform = parse_transform(written);
        if (!transform) return bad("gradientTransform", written);
        space = combined(space, *transform);
    }
    Gradient gradient;
    gradient.stops = definition.stops;
    Lengths lengths{attributes, whole};
    double size = 0;
    Transform unit;
    if (definition.is_radial) {
        const double x = lengths.across("cx", .5), y = lengths.down("cy", .5);
        size = lengths.radius("r", .5);
        unit = {size, 0, 0, size, x, y};
        gradient.start = {(lengths.find("fx", whole.width).value_or(x) - x) / size,
                          (lengths.find("fy", whole.height).value_or(y) - y) / size,
                          lengths.radius("fr", 0) / size};
        if (size < 0 || gradient.start->radius < 0) return bad("r", attribute("r"));
    } else {
        const double x = lengths.across("x1", 0), y = lengths.down("y1", 0);
        const double dx = lengths.across("x2", 1) - x, dy = lengths.down("y2", 0) - y;
        size = std::hypot(dx, dy);
        unit = {dx, dy, -dy, dx, x, y};
    }
    if (lengths.problem) return *lengths.problem;
    // SVG 2, 14.2.2 and 14.2.3: of no length, it is the last colour.
    if (size == 0 || gradient.stops.size() == 1) {
        gradient.stops = {gradient.stops.back()};
        return simplified(std::move(gradient));
    }
    gradient.to_drawing = combined(space, unit);
    // Cairo's rasteriser has no numbers for others.
    const double scale = gradient.to_drawing.scale();
    if (!leaves_area(gradient.to_drawing) ||
        scale * scale / stretch(gradient.to_drawing) < painted.least)
        return Problem{
            "bad-attribute",
            "expected a gradient as long and as wide as a hundred thousandth of the drawing"};
    return simplified(std::move(gradient));
}

}  // namespace broadside::load
