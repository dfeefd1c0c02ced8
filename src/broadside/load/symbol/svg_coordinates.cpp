#include "broadside/load/symbol/svg_coordinates.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <vector>

#include <fmt/format.h>

#include "broadside/base/drawing.hpp"
#include "broadside/base/phrases.hpp"
#include "broadside/load/syntax/number.hpp"
#include "broadside/unicode/ascii.hpp"
#include "broadside/unicode/characters.hpp"

namespace broadside::load {

namespace {

/// Of a view box.
constexpr double kSmallestSide = 1e-3;

bool is_side(double length) { return length >= kSmallestSide && length <= kLargestSvgNumber; }

constexpr double radians(double degrees) { return degrees * std::numbers::pi / 180; }

Transform rotation(double degrees) {
    const double angle = radians(degrees);
    return {std::cos(angle), std::sin(angle), -std::sin(angle), std::cos(angle), 0, 0};
}

std::optional<Transform> make_transform(std::string_view name, const std::vector<double>& n) {
    if (name == "translate" && n.size() == 1) return translation(n[0], 0);
    if (name == "translate" && n.size() == 2) return translation(n[0], n[1]);
    if (name == "scale" && n.size() == 1) return Transform{n[0], 0, 0, n[0], 0, 0};
    if (name == "scale" && n.size() == 2) return Transform{n[0], 0, 0, n[1], 0, 0};
    if (name == "rotate" && n.size() == 1) return rotation(n[0]);
    if (name == "rotate" && n.size() == 3) return about_point({n[1], n[2]}, rotation(n[0]));
    if (name == "skewX" && n.size() == 1) return Transform{1, 0, std::tan(radians(n[0])), 1, 0, 0};
    if (name == "skewY" && n.size() == 1) return Transform{1, std::tan(radians(n[0])), 0, 1, 0, 0};
    if (name == "matrix" && n.size() == 6) return Transform{n[0], n[1], n[2], n[3], n[4], n[5]};
    return std::nullopt;
}

}  // namespace

bool leaves_area(const Transform& transform) {
    constexpr double kSmallestScale = 1e-6, kFlat = 1e-9;
    const auto& [a, b, c, d, e, f] = transform;
    const double lengths = a * a + b * b + c * c + d * d;
    const bool is_finite = std::isfinite(lengths) && std::isfinite(e) && std::isfinite(f);
    return is_finite && transform.scale() >= kSmallestScale &&
           std::abs(a * d - b * c) > kFlat * lengths;
}

Transform about_point(PathPoint point, const Transform& transform) {
    return combined(translation(point.x, point.y),
                    combined(transform, translation(-point.x, -point.y)));
}

std::optional<Transform> parse_transform(std::string_view text) {
    constexpr std::string_view kSeparators = " \t\r\n,";
    Transform result;
    while (true) {
        text.remove_prefix(std::min(text.find_first_not_of(kSeparators), text.size()));
        if (text.empty()) return result;
        const std::size_t open = text.find('(');
        const std::size_t close = text.find(')');
        if (open == std::string_view::npos || close == std::string_view::npos || close < open)
            return std::nullopt;
        const std::string_view name = unicode::trimmed(text.substr(0, open));
        const auto numbers = parse_number_list(text.substr(open + 1, close - open - 1));
        const auto next = numbers ? make_transform(name, *numbers) : std::nullopt;
        if (!next) return std::nullopt;
        result = combined(result, *next);
        text.remove_prefix(close + 1);
    }
}

std::variant<ViewBox, Problem> read_view_box(const SvgAttributes& attributes) {
    const auto written = attributes.find("viewBox");
    ViewBox box;
    std::string text;
    if (written == attributes.end()) {
        const auto width = attributes.find("width"), height = attributes.find("height");
        const bool has_size = width != attributes.end() && height != attributes.end() &&
                              !width->second.ends_with('%') && !height->second.ends_with('%');
        const auto across = has_size ? parse_length(width->second, 0) : std::nullopt;
        const auto down = has_size ? parse_length(height->second, 0) : std::nullopt;
        if (!across || !down)
            return Problem{"missing-view-box",
                           "missing attribute \"viewBox\" of <svg>",
                           {"a width and a height without percent do as well"}};
        box.viewport = {*across, *down};
        text = fmt::format("{} x {}", *across, *down);
    } else {
        text = written->second;
        const auto numbers = parse_number_list(text);
        if (!numbers || numbers->size() != 4)
            return Problem{
                "bad-view-box",
                fmt::format("expected a viewBox such as \"0 0 24 24\", got \"{}\"", excerpt(text))};
        box = {(*numbers)[0], (*numbers)[1], {(*numbers)[2], (*numbers)[3]}};
    }
    const auto [width, height] = box.viewport;
    if (is_side(width) && is_side(height) && width <= kMostAspectRatio * height &&
        height <= kMostAspectRatio * width)
        return box;
    return Problem{"bad-view-box",
                   fmt::format("expected a viewBox with sides of {} to {}, and none over {} times "
                               "the other, got \"{}\"",
                               kSmallestSide, kLargestSvgNumber, kMostAspectRatio, excerpt(text))};
}

std::optional<Transform> fitted(const ViewBox& box, const Viewport& port,
                                std::string_view preserve_aspect_ratio) {
    double across = port.width / box.viewport.width, down = port.height / box.viewport.height;
    if (preserve_aspect_ratio != "none") {
        const bool is_middle =
            preserve_aspect_ratio.empty() || preserve_aspect_ratio.starts_with("xMidYMid");
        if (!is_middle || preserve_aspect_ratio.ends_with("slice")) return std::nullopt;
        across = down = std::min(across, down);
    }
    return Transform{across,
                     0,
                     0,
                     down,
                     (port.width - across * box.viewport.width) / 2 - across * box.x,
                     (port.height - down * box.viewport.height) / 2 - down * box.y};
}

std::optional<PathPoint> parse_origin(std::string_view text, const Viewport& viewport) {
    const auto part = [](std::string_view word, double whole) -> std::optional<double> {
        if (word == "center" || word.empty()) return whole / 2;
        if (word == "left" || word == "top") return 0;
        if (word == "right" || word == "bottom") return whole;
        return parse_length(word, whole);
    };
    const auto x = part(unicode::take_until(text, ' '), viewport.width);
    const auto y = part(text, viewport.height);
    if (!x || !y) return std::nullopt;
    return PathPoint{*x, *y};
}

}  // namespace broadside::load
