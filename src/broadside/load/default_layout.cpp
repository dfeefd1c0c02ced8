#include "broadside/load/default_layout.hpp"

#include <algorithm>
#include <utility>

#include "broadside/load/length.hpp"

namespace broadside::load {

namespace {

using model::StyleRole;

constexpr Colour rgb(unsigned value) {
    return {static_cast<std::uint8_t>(value >> 16), static_cast<std::uint8_t>(value >> 8 & 0xFFu),
            static_cast<std::uint8_t>(value & 0xFFu)};
}

constexpr std::pair<PaletteColour, unsigned> kDefaultColours[] = {
    {PaletteColour::Ink, 0x14213d},        {PaletteColour::Muted, 0x5b6472},
    {PaletteColour::Paper, 0xffffff},      {PaletteColour::Rule, 0xc9cfd8},
    {PaletteColour::Link, 0x1b4f8f},       {PaletteColour::SectionFill, 0x14213d},
    {PaletteColour::SectionInk, 0xffffff}, {PaletteColour::SectionDetail, 0xd5dbe6},
    {PaletteColour::Stripe, 0xf3f5f8},     {PaletteColour::Emphasis, 0xe6eefa},
    {PaletteColour::Good, 0x1b6b3a},       {PaletteColour::GoodTint, 0xd8eedc},
    {PaletteColour::Fair, 0x8a5a00},       {PaletteColour::FairTint, 0xfbe9a9},
    {PaletteColour::Bad, 0x9b1c22},        {PaletteColour::BadTint, 0xf8dad7},
    {PaletteColour::Neutral, 0x5b6472},    {PaletteColour::NeutralTint, 0xe8ebef},
    {PaletteColour::Accent1, 0x1f5fa8},    {PaletteColour::Accent1Tint, 0xd3e5fa},
    {PaletteColour::Accent2, 0x8f4700},    {PaletteColour::Accent2Tint, 0xfcdfc2},
    {PaletteColour::Accent3, 0x6b3fa0},    {PaletteColour::Accent3Tint, 0xe9dff9},
    {PaletteColour::Accent4, 0x006367},    {PaletteColour::Accent4Tint, 0xc9ebe9},
    {PaletteColour::Accent5, 0xa3246b},    {PaletteColour::Accent5Tint, 0xfcd7ec},
    {PaletteColour::Accent6, 0x575e00},    {PaletteColour::Accent6Tint, 0xe6eab8}};

}  // namespace

model::Palette default_palette() {
    model::Palette palette;
    for (const auto& [name, value] : kDefaultColours) palette[name] = rgb(value);
    name_colours(palette);
    return palette;
}

std::map<StyleRole, TextStyle> default_styles(const model::Palette& palette,
                                              const FontFamilies& fonts) {
    std::map<StyleRole, TextStyle> styles;
    for (const DefaultStyle& row : kDefaultStyles) {
        TextStyle style;
        style.family = fonts.*row.family;
        style.weight = row.weight;
        style.size = Pt(row.size);
        style.line_height = row.line_height;
        style.colour =
            find_palette_colour(palette, row.colour).value_or(palette[PaletteColour::Ink]);
        styles.emplace(row.role, std::move(style));
    }
    return styles;
}

model::Layout default_layout() {
    model::Layout layout;
    const Pt margin = millimetres(12);
    layout.page.size = *find_page_size("A4");
    layout.page.margin = {margin, margin, margin, margin};
    layout.row_rule.width = layout.column_rule.width = Pt(0.5);
    layout.guide_rule.width = Pt(0.75);
    layout.strong_rule.width = Pt(1);
    layout.title_rule.width = Pt(1.6);
    return layout;
}

void name_colours(model::Palette& palette) {
    for (const auto& [name, value] : kDefaultColours) palette[name].name = name;
}

void set_dark_colours(model::Palette& palette, const model::Palette& dark) {
    for (const auto& [name, value] : kDefaultColours) {
        const Colour& colour = dark[name];
        if (colour.name == PaletteColour::None)
            palette[name].dark = {colour.red, colour.green, colour.blue};
    }
}

std::optional<Colour> find_palette_colour(const model::Palette& palette, std::string_view name) {
    const auto found = std::find(kColourNames.begin(), kColourNames.end(), name);
    if (found == kColourNames.end()) return std::nullopt;
    return palette.colours[static_cast<std::size_t>(found - kColourNames.begin()) + 1];
}

}  // namespace broadside::load
