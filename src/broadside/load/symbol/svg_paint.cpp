#include "broadside/load/symbol/svg_paint.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "broadside/base/excerpt.hpp"
#include "broadside/base/word.hpp"
#include "broadside/load/syntax/number.hpp"

namespace broadside::load {

namespace {

constexpr std::string_view kAttributes[] = {
    "fill",           "fill-rule",       "fill-opacity",      "stroke",         "stroke-width",
    "stroke-linecap", "stroke-linejoin", "stroke-miterlimit", "stroke-opacity", "opacity"};

Problem unexpected(std::string_view name, std::string_view value, std::string_view what,
                   std::vector<std::string> hints = {}) {
    return {"bad-attribute",
            fmt::format("expected {} in \"{}\", got \"{}\"", what, name, excerpt(value, 40)),
            std::move(hints)};
}

/// Keywords of CSS have no case.
bool is_keyword(std::string_view value, std::string_view keyword) {
    return std::equal(
        value.begin(), value.end(), keyword.begin(), keyword.end(),
        [](char a, char b) { return (a >= 'A' && a <= 'Z' ? a - 'A' + 'a' : a) == b; });
}

std::optional<Problem> apply_paint(std::optional<Paint>& target, std::string_view name,
                                   std::string_view value) {
    if (is_keyword(value, "none")) {
        target = std::nullopt;
    } else if (is_keyword(value, "currentcolor")) {
        target = CurrentColour{};
    } else if (is_keyword(value, "black")) {
        target = Colour{0, 0, 0};
    } else if (is_keyword(value, "white")) {
        target = Colour{255, 255, 255};
    } else if (const auto colour = parse_colour(value)) {
        target = *colour;
    } else {
        return unexpected(name, value, "a colour",
                          {"write none, currentColor, black, white, #rgb or #rrggbb"});
    }
    return std::nullopt;
}

/// Opacity is refused below 1: paper knows no transparency, and print formats flatten it.
std::optional<Problem> apply_opacity(Visibility& target, std::string_view name,
                                     std::string_view value) {
    const auto opacity = parse_number(value);
    if (opacity && *opacity >= 1) return std::nullopt;
    if (!opacity || *opacity > 0)
        return unexpected(name, value, "0 or 1", {"mix the colour instead"});
    target = Visibility::Hidden;
    return std::nullopt;
}

/// More is a slip of the pen.
constexpr double kLargestNumber = 1e6;

std::optional<Problem> apply_number(double& target, std::string_view name, std::string_view value,
                                    double lowest) {
    const auto number = parse_number(value);
    if (!number || *number < lowest) {
        return unexpected(name, value, fmt::format("a number of at least {}", lowest),
                          {"write numbers without unit"});
    }
    if (*number > kLargestNumber)
        return unexpected(name, value, fmt::format("a number of at most {}", kLargestNumber));
    target = *number;
    return std::nullopt;
}

template <typename Meaning, std::size_t count>
std::optional<Problem> apply_keyword(Meaning& target, std::string_view name, std::string_view value,
                                     const Word<Meaning> (&keywords)[count]) {
    std::string known;
    for (const Word<Meaning>& keyword : keywords) {
        if (is_keyword(value, keyword.word)) {
            target = keyword.meaning;
            return std::nullopt;
        }
        known += known.empty() ? "" : ", ";
        known += keyword.word;
    }
    return unexpected(name, value, "one of " + known);
}

}  // namespace

bool is_presentation_attribute(std::string_view name) {
    return std::find(std::begin(kAttributes), std::end(kAttributes), name) != std::end(kAttributes);
}

std::optional<Problem> apply_presentation(SvgPaint& paint, std::string_view name,
                                          std::string_view value) {
    static constexpr Word<FillRule> kFillRules[] = {{"nonzero", FillRule::NonZero},
                                                    {"evenodd", FillRule::EvenOdd}};
    static constexpr Word<LineCap> kCaps[] = {
        {"butt", LineCap::Butt}, {"round", LineCap::Round}, {"square", LineCap::Square}};
    static constexpr Word<LineJoin> kJoins[] = {
        {"miter", LineJoin::Miter}, {"round", LineJoin::Round}, {"bevel", LineJoin::Bevel}};
    if (name == "fill") return apply_paint(paint.fill, name, value);
    if (name == "stroke") return apply_paint(paint.stroke_paint, name, value);
    if (name == "fill-rule") return apply_keyword(paint.fill_rule, name, value, kFillRules);
    if (name == "stroke-linecap") return apply_keyword(paint.stroke.cap, name, value, kCaps);
    if (name == "stroke-linejoin") return apply_keyword(paint.stroke.join, name, value, kJoins);
    if (name == "stroke-width") return apply_number(paint.stroke.width, name, value, 0);
    if (name == "stroke-miterlimit") return apply_number(paint.stroke.miter_limit, name, value, 1);
    if (name == "fill-opacity") return apply_opacity(paint.fill_visibility, name, value);
    if (name == "stroke-opacity") return apply_opacity(paint.stroke_visibility, name, value);
    return apply_opacity(paint.visibility, name, value);
}

}  // namespace broadside::load
