#include "broadside/load/symbol/svg_paint.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "broadside/base/contains.hpp"
#include "broadside/base/phrases.hpp"
#include "broadside/base/word.hpp"
#include "broadside/load/symbol/svg_colour.hpp"
#include "broadside/load/symbol/svg_tree.hpp"
#include "broadside/load/syntax/number.hpp"
#include "broadside/unicode/characters.hpp"

namespace broadside::load {

namespace {

constexpr Word<FillRule> kFillRules[] = {{"nonzero", FillRule::NonZero},
                                         {"evenodd", FillRule::EvenOdd}};

constexpr std::string_view kProperties[] = {"clip-path",
                                            "clip-rule",
                                            "color",
                                            "display",
                                            "fill",
                                            "fill-opacity",
                                            "fill-rule",
                                            "filter",
                                            "marker",
                                            "marker-end",
                                            "marker-mid",
                                            "marker-start",
                                            "mask",
                                            "mask-mode",
                                            "mask-type",
                                            "mix-blend-mode",
                                            "opacity",
                                            "paint-order",
                                            "stop-color",
                                            "stop-opacity",
                                            "stroke",
                                            "stroke-dasharray",
                                            "stroke-dashoffset",
                                            "stroke-linecap",
                                            "stroke-linejoin",
                                            "stroke-miterlimit",
                                            "stroke-opacity",
                                            "stroke-width",
                                            "transform",
                                            "transform-origin",
                                            "visibility"};

Problem unexpected(std::string_view name, std::string_view value, std::string_view what,
                   std::vector<std::string> hints = {}) {
    return {"bad-attribute",
            fmt::format("expected {} in \"{}\", got \"{}\"", what, name, excerpt(value)),
            std::move(hints)};
}

/// SVG 2, 13.2: what stands behind a reference is painted where that leads nowhere.
std::optional<Problem> apply_paint(std::optional<Paint>& target, double& alpha, std::string& server,
                                   std::string_view name, std::string_view value) {
    // All shapes below have a copy.
    constexpr std::size_t kLongestId = 1000;
    alpha = 1;
    server.clear();
    if (const std::size_t end = value.find(')');
        value.starts_with("url(") && end != std::string_view::npos) {
        const std::string_view url = url_in(value.substr(0, end + 1));
        if (!url.starts_with('#') || url.size() > kLongestId)
            return unexpected(name, value, "the id of a gradient of this file");
        server = url.substr(1);
        value = unicode::trimmed(value.substr(end + 1));
        if (value.empty()) value = "none";
    }
    if (is_css_keyword(value, "none")) {
        target = std::nullopt;
    } else if (is_css_keyword(value, "currentcolor")) {
        target = CurrentColour{};
    } else if (const auto colour = parse_svg_colour(value)) {
        target = colour->colour;
        alpha = colour->alpha;
    } else {
        return unexpected(name, value, "a colour",
                          {"write none, currentColor, a colour's name, #rrggbb, rgb() or the url() "
                           "of a gradient"});
    }
    return std::nullopt;
}

std::optional<Problem> apply_number(double& target, std::string_view name, std::string_view value,
                                    double lowest, double whole) {
    const auto number = parse_length(value, whole);
    if (!number || *number < lowest)
        return unexpected(name, value, fmt::format("a number of at least {}", lowest));
    if (*number > kLargestSvgNumber)
        return unexpected(name, value, fmt::format("a number of at most {}", kLargestSvgNumber));
    target = *number;
    return std::nullopt;
}

/// SVG 2, 13.5.6: an odd number of lengths counts twice, and no lengths at all are no dashes.
std::optional<Problem> apply_dashes(std::vector<double>& target, std::string_view name,
                                    std::string_view value, const Viewport& viewport) {
    // All shapes below have a copy.
    constexpr std::size_t kMostDashes = 16;
    target.clear();
    if (is_css_keyword(value, "none")) return std::nullopt;
    double sum = 0;
    skip_comma_space(value);
    while (!value.empty()) {
        if (target.size() == kMostDashes)
            return unexpected(name, value, fmt::format("at most {} lengths", kMostDashes));
        const std::size_t end = std::min(value.find_first_of(", \t\r\n\f"), value.size());
        double length = 0;
        if (auto problem = apply_number(length, name, value.substr(0, end), 0, viewport.diagonal()))
            return problem;
        target.push_back(length);
        sum += length;
        value.remove_prefix(end);
        skip_comma_space(value);
    }
    if (sum <= 0) target.clear();
    if (target.size() % 2 != 0) target.insert(target.end(), target.begin(), target.end());
    return std::nullopt;
}

template <typename Meaning, std::size_t count>
std::optional<Problem> apply_keyword(Meaning& target, std::string_view name, std::string_view value,
                                     const Word<Meaning> (&keywords)[count]) {
    std::string known;
    for (const Word<Meaning>& keyword : keywords) {
        if (is_css_keyword(value, keyword.word)) {
            target = keyword.meaning;
            return std::nullopt;
        }
        known += known.empty() ? "" : ", ";
        known += keyword.word;
    }
    return unexpected(name, value, "one of " + known);
}

}  // namespace

bool is_svg_property(std::string_view name) { return contains(kProperties, name); }

std::optional<double> parse_opacity(std::string_view value) {
    const bool is_percentage = value.ends_with('%');
    if (is_percentage) value.remove_suffix(1);
    const auto number = parse_number(value);
    if (!number) return std::nullopt;
    return std::clamp(is_percentage ? *number / 100 : *number, 0.0, 1.0);
}

FillRule fill_rule(std::string_view value, FillRule by_default) {
    for (const auto& [word, rule] : kFillRules)
        if (is_css_keyword(value, word)) return rule;
    return by_default;
}

std::optional<Problem> apply_presentation(SvgPaint& paint, std::string_view name,
                                          std::string_view value, const Viewport& viewport) {
    static constexpr Word<LineCap> kCaps[] = {
        {"butt", LineCap::Butt}, {"round", LineCap::Round}, {"square", LineCap::Square}};
    // SVG 2's other two may be drawn as mitres.
    static constexpr Word<LineJoin> kJoins[] = {{"miter", LineJoin::Miter},
                                                {"round", LineJoin::Round},
                                                {"bevel", LineJoin::Bevel},
                                                {"miter-clip", LineJoin::Miter},
                                                {"arcs", LineJoin::Miter}};
    static constexpr Word<bool> kVisibilities[] = {
        {"visible", true}, {"hidden", false}, {"collapse", false}};
    if (is_css_keyword(value, "inherit")) return std::nullopt;
    if (name == "fill") {
        paint.says_fill = true;
        return apply_paint(paint.fill, paint.fill_alpha, paint.fill_server, name, value);
    }
    if (name == "stroke")
        return apply_paint(paint.stroke_paint, paint.stroke_alpha, paint.stroke_server, name,
                           value);
    if (name == "fill-rule") return apply_keyword(paint.fill_rule, name, value, kFillRules);
    if (name == "stroke-linecap") return apply_keyword(paint.stroke.cap, name, value, kCaps);
    if (name == "stroke-linejoin") return apply_keyword(paint.stroke.join, name, value, kJoins);
    if (name == "stroke-width")
        return apply_number(paint.stroke.width, name, value, 0, viewport.diagonal());
    if (name == "stroke-miterlimit")
        return apply_number(paint.stroke.miter_limit, name, value, 1, 1);
    if (name == "fill-opacity") return apply_opacity(paint.fill_opacity, name, value);
    if (name == "stroke-opacity") return apply_opacity(paint.stroke_opacity, name, value);
    if (name == "visibility") return apply_keyword(paint.is_visible, name, value, kVisibilities);
    if (name == "stroke-dasharray") return apply_dashes(paint.stroke.dashes, name, value, viewport);
    if (name == "stroke-dashoffset")
        return apply_number(paint.stroke.dash_offset, name, value, -kLargestSvgNumber,
                            viewport.diagonal());
    if (name == "paint-order") {
        const std::size_t stroke = value.find("stroke");
        paint.is_stroked_first = stroke != std::string_view::npos && stroke < value.find("fill");
    }
    if (name == "color" && !is_css_keyword(value, "currentcolor")) {
        const auto colour = parse_svg_colour(value);
        if (!colour) return unexpected(name, value, "a colour");
        paint.colour = colour->colour;
    }
    return std::nullopt;
}

std::optional<Problem> apply_opacity(double& target, std::string_view name,
                                     std::string_view value) {
    const auto opacity = parse_opacity(value);
    if (!opacity) return unexpected(name, value, "0 to 1");
    target = *opacity;
    return std::nullopt;
}

}  // namespace broadside::load
