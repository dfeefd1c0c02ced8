#include "broadside/load/symbol/svg_shape.hpp"

#include <algorithm>
#include <optional>

#include <fmt/format.h>

#include "broadside/base/excerpt.hpp"
#include "broadside/load/symbol/path_data.hpp"
#include "broadside/load/syntax/number.hpp"

namespace broadside::load {

namespace {

struct ShapeElement {
    std::string_view name;
    std::span<const std::string_view> attributes;
};

constexpr std::string_view kPath[] = {"d"};
constexpr std::string_view kRect[] = {"x", "y", "width", "height", "rx", "ry"};
constexpr std::string_view kCircle[] = {"cx", "cy", "r"};
constexpr std::string_view kEllipse[] = {"cx", "cy", "rx", "ry"};
constexpr std::string_view kLine[] = {"x1", "y1", "x2", "y2"};
constexpr std::string_view kPoints[] = {"points"};
constexpr ShapeElement kElements[] = {{"path", kPath},       {"rect", kRect}, {"circle", kCircle},
                                      {"ellipse", kEllipse}, {"line", kLine}, {"polyline", kPoints},
                                      {"polygon", kPoints}};

/// Reads the numbers of an element and remembers the first that is wrong.
class Geometry {
public:
    explicit Geometry(const SvgAttributes& attributes) : attributes_(attributes) {}

    double number(std::string_view name) { return find(name).value_or(0); }

    double positive(std::string_view name) {
        const auto value = find(name);
        if (!value && !problem_) fail(fmt::format("missing attribute \"{}\"", name));
        if (value && *value <= 0)
            fail(fmt::format("expected a number above 0 in \"{}\", got {}", name, *value));
        return value.value_or(1);
    }

    std::optional<double> find(std::string_view name) {
        const auto attribute = attributes_.find(name);
        if (attribute == attributes_.end()) return std::nullopt;
        const auto value = parse_number(attribute->second);
        if (!value) {
            fail(fmt::format("expected a number in \"{}\", got \"{}\"", name,
                             excerpt(attribute->second, 40)),
                 {"write numbers without unit"});
        }
        return value;
    }

    void fail(std::string message, std::vector<std::string> hints = {}) {
        if (!problem_) problem_ = Problem{"bad-attribute", std::move(message), std::move(hints)};
    }

    std::variant<Path, Problem> result(Path path) {
        if (problem_) return *problem_;
        return path;
    }

private:
    const SvgAttributes& attributes_;
    std::optional<Problem> problem_;
};

Arc quarter(double radius_x, double radius_y) {
    return {radius_x, radius_y, 0, ArcSize::Small, ArcSweep::Clockwise};
}

// SVG 1.1, 9.2: a radius that is not given equals the other; none is larger than half the side.
std::variant<Path, Problem> rect_path(Geometry geometry) {
    const double x = geometry.number("x"), y = geometry.number("y");
    const double width = geometry.positive("width"), height = geometry.positive("height");
    const auto given_x = geometry.find("rx"), given_y = geometry.find("ry");
    const double rx = std::min(given_x.value_or(given_y.value_or(0)), width / 2);
    const double ry = std::min(given_y.value_or(given_x.value_or(0)), height / 2);
    if (rx < 0 || ry < 0) geometry.fail("expected radii of at least 0");
    if (rx <= 0 || ry <= 0) {
        return geometry.result({MoveTo{{x, y}}, LineTo{{x + width, y}},
                                LineTo{{x + width, y + height}}, LineTo{{x, y + height}},
                                ClosePath{}});
    }
    const double right = x + width, bottom = y + height;
    const Arc corner = quarter(rx, ry);
    Path path{MoveTo{{x + rx, y}}, LineTo{{right - rx, y}}};
    append_arc(path, {right - rx, y}, corner, {right, y + ry});
    path.push_back(LineTo{{right, bottom - ry}});
    append_arc(path, {right, bottom - ry}, corner, {right - rx, bottom});
    path.push_back(LineTo{{x + rx, bottom}});
    append_arc(path, {x + rx, bottom}, corner, {x, bottom - ry});
    path.push_back(LineTo{{x, y + ry}});
    append_arc(path, {x, y + ry}, corner, {x + rx, y});
    path.push_back(ClosePath{});
    return geometry.result(std::move(path));
}

Path ellipse_path(PathPoint centre, double rx, double ry) {
    const PathPoint right{centre.x + rx, centre.y}, bottom{centre.x, centre.y + ry};
    const PathPoint left{centre.x - rx, centre.y}, top{centre.x, centre.y - ry};
    const Arc arc = quarter(rx, ry);
    Path path{MoveTo{right}};
    append_arc(path, right, arc, bottom);
    append_arc(path, bottom, arc, left);
    append_arc(path, left, arc, top);
    append_arc(path, top, arc, right);
    path.push_back(ClosePath{});
    return path;
}

std::variant<Path, Problem> poly_path(std::string_view element, const SvgAttributes& attributes) {
    const auto points = attributes.find("points");
    if (points == attributes.end()) return Problem{"bad-attribute", "missing attribute \"points\""};
    const auto numbers = parse_number_list(points->second);
    if (!numbers || numbers->size() < 4 || numbers->size() % 2 != 0) {
        return Problem{"bad-attribute", "expected pairs of numbers in \"points\", at least two"};
    }
    Path path{MoveTo{{(*numbers)[0], (*numbers)[1]}}};
    for (std::size_t i = 2; i < numbers->size(); i += 2)
        path.push_back(LineTo{{(*numbers)[i], (*numbers)[i + 1]}});
    if (element == "polygon") path.push_back(ClosePath{});
    return path;
}

std::variant<Path, Problem> data_path(const SvgAttributes& attributes) {
    const auto data = attributes.find("d");
    if (data == attributes.end()) return Problem{"bad-attribute", "missing attribute \"d\""};
    auto parsed = parse_path_data(data->second);
    if (const auto* error = std::get_if<PathDataError>(&parsed)) {
        const std::string_view rest = std::string_view(data->second).substr(error->offset);
        const std::string got = rest.empty() ? "its end" : fmt::format("\"{}\"", excerpt(rest, 12));
        return Problem{"bad-path-data", fmt::format("{} at character {} of the path data, got {}",
                                                    error->message, error->offset + 1, got)};
    }
    return std::get<Path>(std::move(parsed));
}

}  // namespace

std::span<const std::string_view> shape_attributes(std::string_view element) {
    for (const ShapeElement& known : kElements) {
        if (known.name == element) return known.attributes;
    }
    return {};
}

std::variant<Path, Problem> shape_path(std::string_view element, const SvgAttributes& attributes) {
    if (element == "path") return data_path(attributes);
    if (element == "polyline" || element == "polygon") return poly_path(element, attributes);
    Geometry geometry(attributes);
    if (element == "rect") return rect_path(geometry);
    if (element == "line") {
        const PathPoint from{geometry.number("x1"), geometry.number("y1")};
        const PathPoint to{geometry.number("x2"), geometry.number("y2")};
        return geometry.result({MoveTo{from}, LineTo{to}});
    }
    const PathPoint centre{geometry.number("cx"), geometry.number("cy")};
    const bool circle = element == "circle";
    const double rx = geometry.positive(circle ? "r" : "rx");
    const double ry = circle ? rx : geometry.positive("ry");
    return geometry.result(ellipse_path(centre, rx, ry));
}

}  // namespace broadside::load
