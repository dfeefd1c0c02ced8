#include "broadside/load/symbol/svg_file.hpp"

#include <fmt/format.h>

#include "broadside/base/limits.hpp"
#include "broadside/base/phrases.hpp"
#include "broadside/load/symbol/svg_colour.hpp"
#include "broadside/load/symbol/svg_coordinates.hpp"

namespace broadside::load {

void SvgFile::index(const SvgElement& element) {
    const auto id = element.attributes.find("id");
    if (id != element.attributes.end()) ids_.emplace(id->second, &element);
    if (element.name == "style") {
        for (Problem& problem : rules_.add(element.text)) fail(element, std::move(problem));
    }
    for (const SvgElement& child : element.children) {
        parents_.emplace(&child, &element);
        index(child);
    }
}

const SvgElement* SvgFile::parent(const SvgElement& element) const {
    const auto found = parents_.find(&element);
    return found == parents_.end() ? nullptr : found->second;
}

std::optional<double> SvgFile::length(const SvgElement& element, std::string_view name,
                                      double whole) {
    const std::string_view value = value_of(element.attributes, name);
    if (value.empty() || value == "auto") return std::nullopt;
    const auto number = parse_length(value, whole);
    if (!number)
        fail(element, {"bad-attribute", fmt::format("expected a number in \"{}\", got \"{}\"", name,
                                                    excerpt(value))});
    return number;
}

void SvgFile::apply_transform(const SvgElement& element, const SvgAttributes& properties,
                              SvgLevel& level) {
    const std::string_view value = value_of(properties, "transform");
    if (value.empty() || is_css_keyword(value, "none")) return;
    auto transform = parse_transform(value);
    if (!transform)
        return misplace(element,
                        {"bad-attribute",
                         fmt::format("expected a transform list, got \"{}\"", excerpt(value)),
                         {"functions: translate, scale, rotate, skewX, skewY, matrix"}},
                        level);
    if (const auto origin = value_of(properties, "transform-origin"); !origin.empty()) {
        const auto point = parse_origin(origin, level.viewport);
        if (!point)
            return misplace(
                element,
                {"bad-attribute", fmt::format("expected two lengths in \"transform-origin\", got "
                                              "\"{}\"",
                                              excerpt(origin))},
                level);
        transform = about_point(*point, *transform);
    }
    level.transform = combined(level.transform, *transform);
    if (level.is_placed && !leaves_area(level.transform))
        misplace(element,
                 {"bad-attribute",
                  fmt::format("expected a transform that leaves shapes a width and a height, got "
                              "\"{}\"",
                              excerpt(value))},
                 level);
}

void SvgFile::move(const SvgElement& element, SvgLevel& level) {
    const double x = length(element, "x", level.viewport.width).value_or(0);
    const double y = length(element, "y", level.viewport.height).value_or(0);
    level.transform = combined(level.transform, translation(x, y));
}

void SvgFile::count(const SvgElement& element, std::size_t more, const char* message) {
    copied_ += more;
    for (const auto& [name, value] : element.attributes) copied_ += name.size() + value.size();
    if (copied_ > limits::kMaxSymbolCopiedBytes) fail(element, {"too-many", message});
}

void SvgFile::fail(const SvgElement& element, Problem problem) {
    if (is_stopped_ || !told_.emplace(element.offset, problem.message).second) return;
    is_stopped_ = problem.code == "too-many";
    report_.error_in_text(element.offset, std::move(problem));
}

void SvgFile::misplace(const SvgElement& element, Problem problem, SvgLevel& level) {
    level.is_placed = false;
    fail(element, std::move(problem));
}

}  // namespace broadside::load
