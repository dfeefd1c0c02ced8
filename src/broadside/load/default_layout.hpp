#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "broadside/model/layout.hpp"

namespace broadside::load {

struct FontFamilies {
    std::string body = "Noto Sans";
    std::string heading = "Noto Sans";
};

/// How a part is dressed where a layout says nothing else.
struct DefaultStyle {
    std::string_view word;  // of the layout's "styles"
    model::StyleRole role;
    double size;
    int weight;
    double line_height;
    std::string_view colour;  // of the palette
    std::string FontFamilies::*family;
};

inline constexpr auto kDefaultStyles = [] {
    using enum model::StyleRole;
    constexpr auto kBody = &FontFamilies::body;
    constexpr auto kHeading = &FontFamilies::heading;
    return std::to_array<DefaultStyle>(
        {{"title", Title, 20, kBoldWeight, 1.15, "ink", kHeading},
         {"subtitle", Subtitle, 10, kRegularWeight, 1.3, "muted", kHeading},
         {"publisher", Publisher, 8, kRegularWeight, 1.25, "muted", kBody},
         {"section", Section, 9.5, kBoldWeight, 1.25, "section-ink", kHeading},
         {"section_detail", SectionDetail, 8.5, kRegularWeight, 1.25, "section-detail", kHeading},
         {"header", Header, 8, kBoldWeight, 1.2, "ink", kHeading},
         {"name", Name, 10, kBoldWeight, 1.2, "ink", kBody},
         {"detail", Detail, 7.2, kRegularWeight, 1.25, "muted", kBody},
         {"cell", Cell, 8, kRegularWeight, 1.3, "ink", kBody},
         {"verdict", Verdict, 8, kBoldWeight, 1.3, "ink", kBody},
         {"note_mark", NoteMark, 5.8, kBoldWeight, 1, "ink", kBody},
         {"note", Note, 7.5, kRegularWeight, 1.3, "ink", kBody},
         {"legend_heading", LegendHeading, 7.2, kBoldWeight, 1.25, "muted", kHeading},
         {"legend", Legend, 8.5, kRegularWeight, 1.25, "ink", kBody},
         {"link_label", LinkLabel, 7.8, kBoldWeight, 1.3, "ink", kBody},
         {"link", Link, 7.8, kRegularWeight, 1.3, "link", kBody},
         {"imprint", Imprint, 6.8, kRegularWeight, 1.25, "muted", kBody},
         {"page_number", PageNumber, 6.8, kRegularWeight, 1.25, "muted", kBody},
         {"running_title", RunningTitle, 8, kRegularWeight, 1.25, "muted", kHeading},
         {"text", Text, 8.5, kRegularWeight, 1.35, "ink", kBody},
         {"heading", Heading, 12, kBoldWeight, 1.2, "ink", kHeading},
         {"subheading", Subheading, 9.5, kBoldWeight, 1.25, "ink", kHeading}});
}();
static_assert(kDefaultStyles.size() == static_cast<std::size_t>(model::StyleRole::Subheading) + 1);

model::Palette default_palette();

/// Gives the colours of a palette their names, by which a page may take others.
void name_colours(model::Palette& palette);

/// Every colour of `dark` that has no name, as one that was read just now has none, takes the place
/// of its like in `palette` on dark pages.
void set_dark_colours(model::Palette& palette, const model::Palette& dark);

/// Every role, dressed in the colours and families given.
std::map<model::StyleRole, TextStyle> default_styles(const model::Palette& palette,
                                                     const FontFamilies& fonts);

/// A4 portrait, without name, blocks and fit.
model::Layout default_layout();

/// What styles and rules may name instead of a colour: all but tints.
inline constexpr std::span kColourNames =
    std::span(kPaletteWords).first<static_cast<std::size_t>(PaletteColour::Accent6)>();

/// A colour by the name that styles and rules use: `ink`, `section-fill`, `good` …
std::optional<Colour> find_palette_colour(const model::Palette& palette, std::string_view name);

}  // namespace broadside::load
