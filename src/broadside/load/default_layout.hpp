#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "broadside/model/layout.hpp"

namespace broadside::load {

struct FontFamilies {
    std::string body = "Noto Sans";
    std::string heading = "Noto Sans";
};

model::Palette default_palette();

/// Gives the colours of a palette their names, by which a page may take others.
void name_colours(model::Palette& palette);

/// Every role, dressed in the colours and families given.
std::map<model::StyleRole, TextStyle> default_styles(const model::Palette& palette,
                                                     const FontFamilies& fonts);

/// A4 portrait, without name, blocks and fit.
model::Layout default_layout();

model::Fit default_fit();

/// A colour by the name that styles and rules use: `ink`, `section-fill`, `good` …
std::optional<Colour> find_palette_colour(const model::Palette& palette, std::string_view name);

}  // namespace broadside::load
