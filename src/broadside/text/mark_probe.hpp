#pragma once

#include <string_view>

#include "broadside/text/handles.hpp"

namespace broadside::text {

/// Tells whether a font puts marks where they belong. Belongs to one thread.
class MarkProbe {
public:
    MarkProbe();

    /// Whether every mark of `utf8`, one cluster of `script` in `language`, is placed by its base,
    /// or has become part of another glyph.
    bool places_marks(hb_font_t* font, std::string_view utf8, std::string_view script,
                      std::string_view language);

private:
    HarfBuzzBuffer buffer_;
};

/// Marks above, below and through a letter of any script, which stand wrongly unless the font
/// places them. Those of one script only (Hebrew points, Indic and Thai signs) are drawn to fall
/// into place, or are placed by its shaper.
bool is_free_mark(char32_t code);

/// Whether the canonical decomposition of `code` has such a mark.
bool has_free_mark(char32_t code);

}  // namespace broadside::text
