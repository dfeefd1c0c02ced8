#include "broadside/base/colour.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

namespace broadside {

namespace {

std::optional<std::uint8_t> hex_digit(char c) {
    if (c >= '0' && c <= '9') return static_cast<std::uint8_t>(c - '0');
    if (c >= 'a' && c <= 'f') return static_cast<std::uint8_t>(c - 'a' + 10);
    if (c >= 'A' && c <= 'F') return static_cast<std::uint8_t>(c - 'A' + 10);
    return std::nullopt;
}

}  // namespace

std::optional<Colour> parse_colour(std::string_view text) {
    if (text.size() != 4 && text.size() != 7) return std::nullopt;
    if (text.front() != '#') return std::nullopt;
    const std::size_t digits = text.size() == 4 ? 1 : 2;
    std::uint8_t channels[3] = {};
    for (std::size_t channel = 0; channel < 3; ++channel) {
        const auto high = hex_digit(text[1 + channel * digits]);
        const auto low = hex_digit(text[channel * digits + digits]);
        if (!high || !low) return std::nullopt;
        channels[channel] = static_cast<std::uint8_t>(*high * 16 + *low);
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

}  // namespace broadside
