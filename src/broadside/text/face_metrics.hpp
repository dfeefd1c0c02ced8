#pragma once

#include <hb.h>

#include "broadside/base/font_face.hpp"

namespace broadside::text {

/// Reads the vertical metrics of a font that is scaled to its units per em.
///
/// Ascent and descent are those of `hhea`, or the typographic ones of `OS/2` when the font asks for
/// that (USE_TYPO_METRICS); the line gap is left to the style's line height. Cap height and
/// x-height are those of `OS/2`, or the heights of H and x when the table has none.
FontMetrics read_metrics(hb_font_t* font);

}  // namespace broadside::text
