#include "broadside/load/symbol/svg_elements.hpp"

#include <algorithm>

#include "broadside/load/symbol/svg_colour.hpp"

namespace broadside::load {

namespace {

struct ElementHint {
    std::string_view element;
    std::string_view hint;
};

constexpr ElementHint kElementHints[] = {{"text", "convert the text to paths"},
                                         {"image", "symbols are vector drawings"},
                                         {"foreignObject", "write shapes of SVG"}};

/// Drawn by nobody where they stand: words about the drawing, what others refer to, and what moves.
constexpr std::string_view kNotDrawn[] = {
    "animate",        "animateColor", "animateMotion", "animateTransform",
    "clipPath",       "cursor",       "defs",          "desc",
    "filter",         "font",         "font-face",     "linearGradient",
    "marker",         "mask",         "metadata",      "pattern",
    "radialGradient", "script",       "set",           "style",
    "symbol",         "title",        "view"};

/// Properties that change the drawing, and what of them changes nothing.
struct Refused {
    std::string_view property, neutral;
};

constexpr Refused kRefused[] = {{"filter", "none"},          {"mask", "none"},
                                {"marker", "none"},          {"marker-start", "none"},
                                {"marker-mid", "none"},      {"marker-end", "none"},
                                {"mix-blend-mode", "normal"}};

}  // namespace

bool is_drawn(std::string_view element) {
    return std::find(std::begin(kNotDrawn), std::end(kNotDrawn), element) == std::end(kNotDrawn);
}

std::vector<std::string> element_hints(std::string_view element) {
    for (const ElementHint& known : kElementHints) {
        if (known.element == element) return {std::string(known.hint)};
    }
    return {"elements: svg, g, use, path, rect, circle, ellipse, line, polyline, polygon"};
}

std::string_view value_of(const SvgAttributes& attributes, std::string_view name) {
    const auto found = attributes.find(name);
    return found == attributes.end() ? std::string_view() : std::string_view(found->second);
}

std::optional<std::string_view> refused_property(const SvgAttributes& properties) {
    for (const auto& [name, neutral] : kRefused) {
        const std::string_view value = value_of(properties, name);
        if (!value.empty() && !is_css_keyword(value, neutral) && !is_css_keyword(value, "inherit"))
            return name;
    }
    return std::nullopt;
}

std::string_view url_in(std::string_view value) {
    if (!value.starts_with("url(") || !value.ends_with(')')) return {};
    value = value.substr(4, value.size() - 5);
    const std::size_t first = value.find_first_not_of(" '\"");
    if (first == std::string_view::npos) return {};
    return value.substr(first, value.find_last_not_of(" '\"") - first + 1);
}

}  // namespace broadside::load
