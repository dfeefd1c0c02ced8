#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>

namespace broadside {

/// The colours of a layout's palette, by the names that a layout calls them; a tone's `Tint` has no
/// name there.
enum class PaletteColour : std::uint8_t {
    None,
    Ink,
    Muted,
    Paper,
    Rule,
    Link,
    SectionFill,
    SectionInk,
    SectionDetail,
    Stripe,
    Emphasis,
    Good,
    Fair,
    Bad,
    Neutral,
    Accent1,
    Accent2,
    Accent3,
    Accent4,
    Accent5,
    Accent6,
    GoodTint,
    FairTint,
    BadTint,
    NeutralTint,
    Accent1Tint,
    Accent2Tint,
    Accent3Tint,
    Accent4Tint,
    Accent5Tint,
    Accent6Tint
};

/// Of all but `None`, in their order.
inline constexpr std::string_view kPaletteWords[] = {
    "ink",           "muted",         "paper",         "rule",
    "link",          "section-fill",  "section-ink",   "section-detail",
    "stripe",        "emphasis",      "good",          "fair",
    "bad",           "neutral",       "accent-1",      "accent-2",
    "accent-3",      "accent-4",      "accent-5",      "accent-6",
    "good-tint",     "fair-tint",     "bad-tint",      "neutral-tint",
    "accent-1-tint", "accent-2-tint", "accent-3-tint", "accent-4-tint",
    "accent-5-tint", "accent-6-tint"};
static_assert(std::size(kPaletteWords) == static_cast<std::size_t>(PaletteColour::Accent6Tint));

/// "section-fill"; empty for none.
std::string_view to_string(PaletteColour name);

/// An opaque sRGB colour, 8 bits a channel. Tints are mixed when the layout is authored, never by
/// alpha: printers dislike transparency, and PDF/A-1 and PDF/X forbid or flatten it.
struct Colour {
    std::uint8_t red = 0, green = 0, blue = 0;
    PaletteColour name = PaletteColour::None;  // what the layout took it from

    /// What the palette has in its place on a dark page; none: what is made from it.
    std::optional<std::array<std::uint8_t, 3>> dark = {};

    /// Whether they look alike, whatever they are called.
    bool operator==(const Colour& other) const {
        return red == other.red && green == other.green && blue == other.blue;
    }
};

/// Whether they look alike and stay so, whatever takes their places.
inline bool is_same(Colour first, Colour second) {
    return first == second && first.name == second.name;
}

/// Reads `#rgb` or `#rrggbb`, the two hexadecimal notations of CSS Color 4 without alpha.
std::optional<Colour> parse_colour(std::string_view text);

/// Light of a channel of sRGB (IEC 61966-2-1), 0 to 1.
double linear(std::uint8_t channel);

/// Relative luminance of WCAG 2.2 and IEC 61966-2-1: 0 for black to 1 for white.
double luminance(Colour colour);

/// Contrast ratio of WCAG 2.2, in either order: 1 to 21.
double contrast(Colour first, Colour second);

/// Writes `#rrggbb`.
std::string to_string(Colour colour);

/// What takes a colour's place on a dark page: what its palette says, else its hue with dark for
/// light and light for dark. Bars that are dark stay so, and so does what is light on them.
Colour in_the_dark(Colour colour);

}  // namespace broadside
