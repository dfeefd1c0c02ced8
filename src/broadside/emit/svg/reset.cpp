#include "broadside/emit/svg/page.hpp"

#include <algorithm>
#include <cstddef>
#include <set>

#include <fmt/format.h>

#include "broadside/base/contains.hpp"
#include "broadside/emit/markup.hpp"

namespace broadside::emit {

namespace {

struct Property {
    std::string_view name;
    std::string_view initial;
};

/// SVG 1.1, presentation attributes: those that are inherited, and that a group may have.
constexpr Property kAttributes[] = {
    {"font-size", "80"},
    {"font-weight", "400"},
    {"font-style", "normal"},
    {"font-variant", "normal"},
    {"font-stretch", "normal"},
    {"font-size-adjust", "none"},
    {"letter-spacing", "normal"},
    {"word-spacing", "normal"},
    {"text-anchor", "start"},
    {"text-decoration", "none"},
    {"direction", "ltr"},
    {"writing-mode", "lr-tb"},
    {"fill", "#000"},
    {"fill-opacity", "1"},
    {"fill-rule", "nonzero"},
    {"stroke", "none"},
    {"stroke-width", "1"},
    {"stroke-opacity", "1"},
    {"stroke-dasharray", "none"},
    {"stroke-dashoffset", "0"},
    {"stroke-linecap", "butt"},
    {"stroke-linejoin", "miter"},
    {"stroke-miterlimit", "4"},
    {"dominant-baseline", "auto"},
    {"shape-rendering", "auto"},
    {"text-rendering", "geometricPrecision"},
};

/// What has no attribute as well, and that colours stay, of which those that a system forces would
/// be words on other grounds than theirs; all but the visibility and pointer of what the page hides
/// or leads elsewhere, and the language, which is a property of Chromium's.
constexpr std::string_view kGroupRule =
    "all:initial;-webkit-locale:inherit;direction:ltr;visibility:inherit;cursor:inherit;pointer-"
    "events:inherit;"
    "text-rendering:geometricPrecision;font-kerning:normal;font-synthesis:none;white-space:pre;"
    "forced-color-adjust:none";

/// What pages set for every element, or for text, links and paths of any SVG. Glyphs that are used
/// from elsewhere are there in nothing that has the root's id. CSS writes transforms otherwise than
/// attributes do: the attribute itself is what its rule goes back to.
constexpr std::string_view kElementRule =
    "font:inherit;font-kerning:inherit;font-synthesis:inherit;font-feature-settings:inherit;"
    "letter-spacing:inherit;word-spacing:inherit;text-transform:inherit;text-indent:inherit;"
    "text-shadow:inherit;text-emphasis:inherit;text-decoration:none;text-anchor:inherit;"
    "text-rendering:inherit;text-orientation:inherit;writing-mode:inherit;direction:inherit;"
    "white-space:inherit;word-break:inherit;dominant-baseline:inherit;baseline-shift:0;"
    "visibility:inherit;opacity:1;clip-path:none;clip-rule:inherit;fill:inherit;fill-opacity:"
    "inherit;fill-rule:inherit;"
    "stroke:inherit;stroke-width:inherit;stroke-opacity:inherit;stroke-dasharray:inherit;"
    "stroke-dashoffset:inherit;stroke-linecap:inherit;stroke-linejoin:inherit;"
    "stroke-miterlimit:inherit;paint-order:inherit;marker:none;shape-rendering:inherit;"
    "vector-effect:none;transform:revert-layer;transform-origin:0 0;transform-box:view-box;"
    "forced-color-adjust:inherit";

/// The attributes that say how an element looks, as content writes them.
constexpr std::string_view kWritten[] = {
    "clip-path",       "clip-rule",         "direction",    "fill",        "fill-opacity",
    "fill-rule",       "font-family",       "font-size",    "font-style",  "font-weight",
    "shape-rendering", "stop-color",        "stop-opacity", "stroke",      "stroke-linecap",
    "stroke-linejoin", "stroke-miterlimit", "stroke-width", "text-anchor",
};

/// The same, of which content says only what the group does not.
constexpr std::string_view kWrittenOtherwise[] = {"stroke-dasharray", "stroke-dashoffset",
                                                  "stroke-opacity"};

/// In CSS a length has its unit.
std::string_view unit_of(std::string_view name) { return name == "font-size" ? "px" : ""; }

/// Every attribute `name="value"` of `kWritten`, once. Quotes are escaped in text and in values.
std::set<std::string_view> written_attributes(std::string_view content) {
    std::set<std::string_view> found;
    for (std::size_t at = 0; (at = content.find("=\"", at)) != content.npos;) {
        const std::size_t end = content.find('"', at + 2);
        if (end == content.npos) break;
        const std::size_t begin = content.find_last_of(' ', at) + 1;
        const std::string_view name = content.substr(begin, at - begin);
        const std::string_view value = content.substr(at + 2, end - at - 2);
        const auto is_in = [&](const auto& names) { return contains(names, name); };
        const auto is_of_group = [&](const Property& property) {
            return property.name == name && property.initial == value;
        };
        if (is_in(kWritten) ||
            (is_in(kWrittenOtherwise) &&
             std::none_of(std::begin(kAttributes), std::end(kAttributes), is_of_group)))
            found.insert(content.substr(begin, end + 1 - begin));
        at = end + 1;
    }
    return found;
}

}  // namespace

std::string reset_attributes() {
    std::string attributes;
    for (const auto& [name, initial] : kAttributes)
        attributes += fmt::format(" {}=\"{}\"", name, initial);
    return attributes;
}

std::string reset_rules(std::string_view content) {
    std::string rules = fmt::format("#{0}>g{{{1}}}\n#{0} *,[id^={0}-g]{{{2}}}\n", kFileName,
                                    kGroupRule, kElementRule);
    for (const std::string_view attribute : written_attributes(content)) {
        const std::size_t equals = attribute.find('=');
        const std::string_view name = attribute.substr(0, equals);
        const std::string_view value = attribute.substr(equals + 2, attribute.size() - equals - 3);
        rules +=
            fmt::format("#{} [{}]{{{}:{}{}}}\n", kFileName, attribute, name, value, unit_of(name));
    }
    return rules;
}

}  // namespace broadside::emit
