#include "broadside/emit/svg/colours.hpp"

#include <string_view>

#include <fmt/format.h>

#include "broadside/emit/markup.hpp"

namespace broadside::emit {

std::string SvgColours::fill(Colour colour) {
    return fmt::format(" fill=\"{}\"{}", to_string(colour), classes(colour, std::nullopt));
}

std::string SvgColours::stroke(Colour colour) {
    return fmt::format(" stroke=\"{}\"{}", to_string(colour), classes(std::nullopt, colour));
}

std::string SvgColours::classes(std::optional<Colour> fill, std::optional<Colour> stroke) {
    if (!is_themed()) return {};
    std::string names;
    const auto add = [&](std::string_view property, std::optional<Colour> colour) {
        if (!colour) return;
        const std::string name = theme_name(*colour);
        const std::string own = fmt::format("{}-{}-{}", kFileName, property, name);
        declarations_.try_emplace(
            own, fmt::format("{}:var(--bsd-{},{})", property, name, light_dark(*colour)));
        names += (names.empty() ? "" : " ") + own;
    };
    add("fill", fill);
    add("stroke", stroke);
    return names.empty() ? "" : fmt::format(" class=\"{}\"", names);
}

std::string SvgColours::plate() {
    const std::string own = fmt::format("{}-plate", kFileName);
    declarations_.try_emplace(own, "fill:light-dark(transparent,#fff)");
    return fmt::format(" fill=\"none\" class=\"{}\"", own);
}

/// On its own it is as its reader's system, in a page as what is around it. Printed, it is light. A
/// browser that knows of no two colours for one has the attributes.
std::string SvgColours::rules() const {
    if (!is_themed()) return {};
    std::string rules = fmt::format(
        "#{0}:where(:root){{color-scheme:light dark}}\n"
        ":where(.dark,[data-theme=dark]) #{0}{{color-scheme:dark}}\n"
        ":where(.light,[data-theme=light]) #{0}{{color-scheme:light}}\n"
        "@media print{{#{0}{{color-scheme:light}}}}\n"
        "#{0}>g,#{0} *{{color-scheme:inherit}}\n",
        kFileName);
    rules += "@supports(color:light-dark(red,red)){\n";
    for (const auto& [name, declaration] : declarations_)
        rules += fmt::format("#{} .{}{{{}}}\n", kFileName, name, declaration);
    return rules + "}\n";
}

}  // namespace broadside::emit
