#include "broadside/base/colour.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "broadside/base/whole_text.hpp"

namespace broadside {

namespace {

// Lightness in Oklab, 0 to 1: of white paper and black ink on a dark page, and of bars.
constexpr double kDarkPaper = 0.2, kLightInk = 0.97, kDarkBar = 0.33;
constexpr double kHalf = 0.6;  // between what is dark and what is light

/// Björn Ottosson's Oklab, from and to linear sRGB.
struct Oklab {
    double lightness, a, b;
};

std::uint8_t from_linear(double value) {
    value = std::clamp(value, 0.0, 1.0);
    value = value <= 0.0031308 ? 12.92 * value : 1.055 * std::pow(value, 1 / 2.4) - 0.055;
    return static_cast<std::uint8_t>(std::lround(255 * value));
}

Oklab to_oklab(Colour colour) {
    const double red = linear(colour.red), green = linear(colour.green), blue = linear(colour.blue);
    const double l = std::cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue);
    const double m = std::cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue);
    const double s = std::cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue);
    return {0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s,
            1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s,
            0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s};
}

Colour to_colour(const Oklab& lab, PaletteColour name) {
    const auto cube = [](double value) { return value * value * value; };
    const double l = cube(lab.lightness + 0.3963377774 * lab.a + 0.2158037573 * lab.b);
    const double m = cube(lab.lightness - 0.1055613458 * lab.a - 0.0638541728 * lab.b);
    const double s = cube(lab.lightness - 0.0894841775 * lab.a - 1.2914855480 * lab.b);
    return {from_linear(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
            from_linear(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
            from_linear(-0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s), name};
}

}  // namespace

std::optional<Colour> parse_colour(std::string_view text) {
    if (text.size() != 4 && text.size() != 7) return std::nullopt;
    if (text.front() != '#') return std::nullopt;
    const std::size_t digits = text.size() == 4 ? 1 : 2;
    std::uint8_t channels[3] = {};
    for (std::size_t channel = 0; channel < 3; ++channel) {
        const auto value =
            whole_text_as<std::uint8_t>(text.substr(1 + channel * digits, digits), 16);
        if (!value) return std::nullopt;
        channels[channel] = static_cast<std::uint8_t>(digits == 1 ? *value * 0x11 : *value);
    }
    return Colour{channels[0], channels[1], channels[2]};
}

std::string_view to_string(PaletteColour name) {
    return name == PaletteColour::None ? "" : kPaletteWords[static_cast<std::size_t>(name) - 1];
}

double linear(std::uint8_t channel) {
    const double value = channel / 255.0;
    return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
}

double luminance(Colour colour) {
    return 0.2126 * linear(colour.red) + 0.7152 * linear(colour.green) +
           0.0722 * linear(colour.blue);
}

double contrast(Colour first, Colour second) {
    const auto [dark, light] = std::minmax({luminance(first), luminance(second)});
    return (light + 0.05) / (dark + 0.05);
}

std::string to_string(Colour colour) {
    return fmt::format("#{:02x}{:02x}{:02x}", colour.red, colour.green, colour.blue);
}

Colour in_the_dark(Colour colour) {
    if (colour.dark) {
        const auto [red, green, blue] = *colour.dark;
        return {red, green, blue, colour.name};
    }
    using enum PaletteColour;
    Oklab lab = to_oklab(colour);
    const bool is_light = lab.lightness > kHalf;
    if (colour.name == SectionFill && !is_light)
        lab.lightness = std::max(lab.lightness, kDarkBar);
    else if ((colour.name == SectionInk || colour.name == SectionDetail) && is_light)
        return colour;
    else
        // Middle tones, which words are set in, come out light.
        lab.lightness = kLightInk - (kLightInk - kDarkPaper) * std::pow(lab.lightness, 1.5);
    return to_colour(lab, colour.name);
}

}  // namespace broadside
