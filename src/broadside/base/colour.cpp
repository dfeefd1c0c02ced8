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
    switch (name) {
        case PaletteColour::None: return "";
        case PaletteColour::Ink: return "ink";
        case PaletteColour::Muted: return "muted";
        case PaletteColour::Paper: return "paper";
        case PaletteColour::Rule: return "rule";
        case PaletteColour::Link: return "link";
        case PaletteColour::SectionFill: return "section-fill";
        case PaletteColour::SectionInk: return "section-ink";
        case PaletteColour::SectionDetail: return "section-detail";
        case PaletteColour::Stripe: return "stripe";
        case PaletteColour::Emphasis: return "emphasis";
        case PaletteColour::Good: return "good";
        case PaletteColour::Fair: return "fair";
        case PaletteColour::Bad: return "bad";
        case PaletteColour::Neutral: return "neutral";
        case PaletteColour::GoodTint: return "good-tint";
        case PaletteColour::FairTint: return "fair-tint";
        case PaletteColour::BadTint: return "bad-tint";
        case PaletteColour::NeutralTint: return "neutral-tint";
        case PaletteColour::Accent1: return "accent-1";
        case PaletteColour::Accent1Tint: return "accent-1-tint";
        case PaletteColour::Accent2: return "accent-2";
        case PaletteColour::Accent2Tint: return "accent-2-tint";
        case PaletteColour::Accent3: return "accent-3";
        case PaletteColour::Accent3Tint: return "accent-3-tint";
        case PaletteColour::Accent4: return "accent-4";
        case PaletteColour::Accent4Tint: return "accent-4-tint";
        case PaletteColour::Accent5: return "accent-5";
        case PaletteColour::Accent5Tint: return "accent-5-tint";
        case PaletteColour::Accent6: return "accent-6";
        case PaletteColour::Accent6Tint: return "accent-6-tint";
    }
    return "";
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
