#include "broadside/load/default_layout.hpp"

#include <tuple>
#include <utility>
#include <vector>

namespace broadside::load {

namespace {

using model::StyleRole;
using model::Tone;

constexpr Colour rgb(unsigned value) {
    return {static_cast<std::uint8_t>(value >> 16), static_cast<std::uint8_t>(value >> 8 & 0xFFu),
            static_cast<std::uint8_t>(value & 0xFFu)};
}

struct NamedColour {
    Colour* colour;
    PaletteColour name;
};

/// All of them, always in one order.
std::vector<NamedColour> colours_of(model::Palette& palette) {
    using enum PaletteColour;
    std::vector<NamedColour> colours{{&palette.ink, Ink},
                                     {&palette.muted, Muted},
                                     {&palette.paper, Paper},
                                     {&palette.rule, Rule},
                                     {&palette.link, Link},
                                     {&palette.section_fill, SectionFill},
                                     {&palette.section_ink, SectionInk},
                                     {&palette.section_detail, SectionDetail},
                                     {&palette.stripe, Stripe},
                                     {&palette.emphasis, Emphasis}};
    constexpr std::tuple<Tone, PaletteColour, PaletteColour> kTones[] = {
        {Tone::Good, Good, GoodTint},
        {Tone::Fair, Fair, FairTint},
        {Tone::Bad, Bad, BadTint},
        {Tone::Neutral, Neutral, NeutralTint},
        {Tone::Accent1, Accent1, Accent1Tint},
        {Tone::Accent2, Accent2, Accent2Tint},
        {Tone::Accent3, Accent3, Accent3Tint},
        {Tone::Accent4, Accent4, Accent4Tint},
        {Tone::Accent5, Accent5, Accent5Tint},
        {Tone::Accent6, Accent6, Accent6Tint}};
    for (const auto& [tone, ink, tint] : kTones) {
        colours.push_back({&palette.tones[tone].ink, ink});
        colours.push_back({&palette.tones[tone].tint, tint});
    }
    return colours;
}

}  // namespace

model::Palette default_palette() {
    model::Palette palette;
    palette.ink = rgb(0x14213d);
    palette.muted = rgb(0x5b6472);
    palette.paper = rgb(0xffffff);
    palette.rule = rgb(0xc9cfd8);
    palette.link = rgb(0x1b4f8f);
    palette.section_fill = rgb(0x14213d);
    palette.section_ink = rgb(0xffffff);
    palette.section_detail = rgb(0xd5dbe6);
    palette.stripe = rgb(0xf3f5f8);
    palette.emphasis = rgb(0xe6eefa);
    palette.tones = {{Tone::Good, {rgb(0x1b6b3a), rgb(0xe4f1e6)}},
                     {Tone::Fair, {rgb(0x8a5a00), rgb(0xfbf1dc)}},
                     {Tone::Bad, {rgb(0x9b1c22), rgb(0xf9e7e6)}},
                     {Tone::Neutral, {rgb(0x5b6472), rgb(0xeef0f3)}},
                     {Tone::Accent1, {rgb(0x1f5fa8), rgb(0xe3eefa)}},
                     {Tone::Accent2, {rgb(0x8f4700), rgb(0xfdeedd)}},
                     {Tone::Accent3, {rgb(0x6b3fa0), rgb(0xefe8f8)}},
                     {Tone::Accent4, {rgb(0x006367), rgb(0xdff3f2)}},
                     {Tone::Accent5, {rgb(0xa3246b), rgb(0xfbe6f1)}},
                     {Tone::Accent6, {rgb(0x575e00), rgb(0xf2f3d7)}}};
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
        style.colour = find_palette_colour(palette, row.colour).value_or(palette.ink);
        styles.emplace(row.role, std::move(style));
    }
    return styles;
}

model::Layout default_layout() {
    model::Layout layout;
    const Pt margin = millimetres(12);
    layout.page.size = {millimetres(210), millimetres(297)};
    layout.page.margin = {margin, margin, margin, margin};
    layout.palette = default_palette();
    layout.styles = default_styles(layout.palette, FontFamilies{});
    layout.symbol_size = Pt(11);
    layout.legend_symbol_size = Pt(11);
    layout.qr_size = millimetres(16);
    layout.padding_x = Pt(5);
    layout.padding_y = Pt(3);
    layout.block_gap = Pt(9);
    layout.row_rule = {Pt(0.5), layout.palette.rule};
    layout.column_rule = {Pt(0.5), layout.palette.rule};
    layout.guide_rule = {Pt(0.75), layout.palette.muted};
    layout.strong_rule = {Pt(1), layout.palette.ink};
    layout.title_rule = {Pt(1.6), layout.palette.ink};
    layout.band_bar = Pt(3);
    return layout;
}

model::Fit default_fit() {
    model::Fit fit;
    fit.pages = 1;
    fit.min_font = Pt(6.5);
    return fit;
}

void name_colours(model::Palette& palette) {
    for (const auto& [colour, name] : colours_of(palette)) colour->name = name;
}

void set_dark_colours(model::Palette& palette, model::Palette dark) {
    const std::vector<NamedColour> light = colours_of(palette), read = colours_of(dark);
    for (std::size_t i = 0; i < read.size(); ++i) {
        const Colour& colour = *read[i].colour;
        if (colour.name == PaletteColour::None)
            light[i].colour->dark = {colour.red, colour.green, colour.blue};
    }
}

std::optional<Colour> find_palette_colour(const model::Palette& palette, std::string_view name) {
    for (const Colour& colour : {palette.ink, palette.muted, palette.paper, palette.rule,
                                 palette.link, palette.section_fill, palette.section_ink,
                                 palette.section_detail, palette.stripe, palette.emphasis}) {
        if (name == to_string(colour.name)) return colour;
    }
    for (const auto& [tone, colours] : palette.tones) {
        if (name == word_of(model::kTones, tone)) return colours.ink;
    }
    return std::nullopt;
}

}  // namespace broadside::load
