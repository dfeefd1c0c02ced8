#include "broadside/load/symbol/transform.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <vector>

#include "broadside/load/syntax/number.hpp"

namespace broadside::load {

namespace {

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
    if (name == "rotate" && n.size() == 3) {
        return combined(translation(n[1], n[2]),
                        combined(rotation(n[0]), translation(-n[1], -n[2])));
    }
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
        std::string_view name = text.substr(0, open);
        name = name.substr(0, name.find_last_not_of(" \t\r\n") + 1);
        const auto numbers = parse_number_list(text.substr(open + 1, close - open - 1));
        const auto next = numbers ? make_transform(name, *numbers) : std::nullopt;
        if (!next) return std::nullopt;
        result = combined(result, *next);
        text.remove_prefix(close + 1);
    }
}

}  // namespace broadside::load
