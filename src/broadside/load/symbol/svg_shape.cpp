#include "broadside/load/symbol/svg_shape.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <utility>

#include <fmt/format.h>

#include "broadside/base/phrases.hpp"
#include "broadside/base/word.hpp"
#include "broadside/load/symbol/path_data.hpp"
#include "broadside/load/symbol/svg_colour.hpp"
#include "broadside/load/syntax/number.hpp"
#include "broadside/unicode/characters.hpp"

namespace broadside::load {

namespace {

/// CSS Values 4, 6.2: a pixel is the unit of a drawing.
constexpr Word<double> kUnits[] = {
    {"", 1},    {"px", 1},         {"pt", 4.0 / 3},    {"pc", 16},
    {"in", 96}, {"cm", 96 / 2.54}, {"mm", 9.6 / 2.54}, {"q", 2.4 / 2.54}};

/// Reads the numbers of an element and remembers the first that is wrong.
class Geometry {
public:
    Geometry(const SvgAttributes& attributes, const Viewport& viewport)
        : attributes_(attributes), viewport_(viewport) {}

    double across(std::string_view name) { return find(name, viewport_.width).value_or(0); }
    double down(std::string_view name) { return find(name, viewport_.height).value_or(0); }
    double radius(std::string_view name) { return find(name, viewport_.diagonal()).value_or(0); }

    /// SVG 1.1, 9.2: one that is not given equals the other.
    std::pair<double, double> radii() {
        const auto x = find("rx", viewport_.width), y = find("ry", viewport_.height);
        return {x.value_or(y.value_or(0)), y.value_or(x.value_or(0))};
    }

    std::optional<double> find(std::string_view name, double whole) {
        const auto attribute = attributes_.find(name);
        if (attribute == attributes_.end() || attribute->second == "auto") return std::nullopt;
        const auto value = parse_length(attribute->second, whole);
        if (!value) {
            fail(fmt::format("expected a number in \"{}\", got \"{}\"", name,
                             excerpt(attribute->second)),
                 {"units: px, pt, pc, in, cm, mm, %"});
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
    const Viewport& viewport_;
    std::optional<Problem> problem_;
};

Arc quarter(double radius_x, double radius_y) {
    return {radius_x, radius_y, 0, ArcSize::Small, ArcSweep::Clockwise};
}

// SVG 1.1, 9.2: no radius is larger than half the side.
std::variant<Path, Problem> rect_path(Geometry geometry) {
    const double x = geometry.across("x"), y = geometry.down("y");
    const double width = geometry.across("width"), height = geometry.down("height");
    const auto [given_x, given_y] = geometry.radii();
    if (width <= 0 || height <= 0) return geometry.result({});
    const double rx = std::min(given_x, width / 2), ry = std::min(given_y, height / 2);
    const double right = x + width, bottom = y + height;
    if (rx <= 0 || ry <= 0) {
        return geometry.result(rectangle(x, y, right, bottom));
    }
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
    if (points == attributes.end()) return Path{};
    const auto numbers = parse_number_list(points->second);
    if (!numbers) return Problem{"bad-attribute", "expected pairs of numbers in \"points\""};
    if (numbers->size() < 4) return Path{};
    Path path{MoveTo{{(*numbers)[0], (*numbers)[1]}}};
    // SVG 2, 10.6: of an odd number the last is left out.
    for (std::size_t i = 2; i + 1 < numbers->size(); i += 2)
        path.push_back(LineTo{{(*numbers)[i], (*numbers)[i + 1]}});
    if (element == "polygon") path.push_back(ClosePath{});
    return path;
}

std::variant<Path, Problem> data_path(const SvgAttributes& attributes) {
    const auto data = attributes.find("d");
    if (data == attributes.end() || data->second == "none") return Path{};
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

double Viewport::diagonal() const { return std::hypot(width, height) / std::numbers::sqrt2; }

std::optional<double> parse_length(std::string_view text, double whole) {
    text = unicode::trimmed(text);
    const auto number = take_number(text);
    if (!number) return std::nullopt;
    if (text == "%") return *number * whole / 100;
    for (const Word<double>& unit : kUnits) {
        if (is_css_keyword(text, unit.word)) return *number * unit.meaning;
    }
    return std::nullopt;
}

std::variant<Path, Problem> shape_path(std::string_view element, const SvgAttributes& attributes,
                                       const Viewport& viewport) {
    if (element == "path") return data_path(attributes);
    if (element == "polyline" || element == "polygon") return poly_path(element, attributes);
    Geometry geometry(attributes, viewport);
    if (element == "rect") return rect_path(geometry);
    if (element == "line") {
        const PathPoint from{geometry.across("x1"), geometry.down("y1")};
        const PathPoint to{geometry.across("x2"), geometry.down("y2")};
        return geometry.result({MoveTo{from}, LineTo{to}});
    }
    const PathPoint centre{geometry.across("cx"), geometry.down("cy")};
    auto [rx, ry] = geometry.radii();
    if (element == "circle") rx = ry = geometry.radius("r");
    if (rx <= 0 || ry <= 0) return geometry.result({});
    return geometry.result(ellipse_path(centre, rx, ry));
}

}  // namespace broadside::load
