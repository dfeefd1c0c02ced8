#include "broadside/resolve/styles.hpp"

#include <algorithm>

namespace broadside::resolve {

using model::StyleRole;

const TextStyle& style_of(const model::Layout& layout, StyleRole role) {
    return layout.styles.at(role);
}

TextStyle strong(TextStyle style) {
    style.weight = kBoldWeight;
    return style;
}

TextStyle in_colour(TextStyle style, Colour colour) {
    style.colour = colour;
    return style;
}

TextStyle small_style_of(const model::Layout& layout, StyleRole role) {
    if (role == StyleRole::Section) return style_of(layout, StyleRole::SectionDetail);
    TextStyle style = style_of(layout, role);
    style.size = std::min(style.size, style_of(layout, StyleRole::Detail).size);
    style.weight = kRegularWeight;
    return style;
}

Colour ink_of(const model::Layout& layout, model::Tone tone) {
    return layout.palette[model::ink_of(tone)];
}

TextStyle in_tone(TextStyle style, const model::Layout& layout, model::Tone tone) {
    return tone == model::Tone::Neutral ? style : in_colour(style, ink_of(layout, tone));
}

BandStyle band_style(const model::Layout& layout, model::Tone tone) {
    return {layout.palette[model::tint_of(tone)], ink_of(layout, tone), layout.band_bar};
}

Pt badge_height(const model::Layout& layout) {
    return style_of(layout, model::StyleRole::Name).size * 1.2;
}

}  // namespace broadside::resolve
