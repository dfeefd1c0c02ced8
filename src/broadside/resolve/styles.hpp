#pragma once

#include "broadside/base/style.hpp"
#include "broadside/model/layout.hpp"

namespace broadside::resolve {

/// The style of a part. Loading guarantees that the layout has one for every part.
const TextStyle& style_of(const model::Layout& layout, model::StyleRole role);

/// The same style in its bold weight.
TextStyle strong(TextStyle style);

TextStyle in_colour(TextStyle style, Colour colour);

/// The style of `_small_` text inside a part. On section bars it is a part of its own; elsewhere it
/// takes the size of small print and keeps its ink, because it is still to be read and not an
/// aside.
TextStyle small_style_of(const model::Layout& layout, model::StyleRole role);

/// The colour of a tone's symbols and words; the text's ink where the palette has none.
Colour ink_of(const model::Layout& layout, model::Tone tone);

/// The style of a value's words: in the ink of its tone, unless that is neutral, which in grey
/// would look disabled among words in ink.
TextStyle in_tone(TextStyle style, const model::Layout& layout, model::Tone tone);

/// The look of a band of this tone.
BandStyle band_style(const model::Layout& layout, model::Tone tone);

/// Height of a band's symbol beside a name: as high as the name's line reads, so that it marks the
/// name and does not compete with the symbols of the cells.
Pt badge_height(const model::Layout& layout);

}  // namespace broadside::resolve
