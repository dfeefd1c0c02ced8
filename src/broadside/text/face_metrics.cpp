#include "broadside/text/face_metrics.hpp"

#include <hb-ot.h>

#include <cmath>
#include <optional>

namespace broadside::text {

namespace {

std::optional<double> metric(hb_font_t* font, hb_ot_metrics_tag_t tag) {
    hb_position_t position = 0;
    if (!hb_ot_metrics_get_position(font, tag, &position) || position == 0) return std::nullopt;
    return std::abs(static_cast<double>(position));
}

std::optional<double> height_of(hb_font_t* font, hb_codepoint_t character) {
    hb_codepoint_t glyph = 0;
    hb_glyph_extents_t extents = {};
    if (!hb_font_get_nominal_glyph(font, character, &glyph) ||
        !hb_font_get_glyph_extents(font, glyph, &extents) || extents.y_bearing <= 0) {
        return std::nullopt;
    }
    return extents.y_bearing;
}

}  // namespace

FontMetrics read_metrics(hb_font_t* font) {
    const double em = hb_face_get_upem(hb_font_get_face(font));
    const auto in_em = [em](std::optional<double> units, double otherwise) {
        return units ? *units / em : otherwise;
    };
    const auto or_measured = [font](std::optional<double> units, hb_codepoint_t character) {
        return units ? units : height_of(font, character);
    };
    const FontMetrics usual;
    FontMetrics metrics;
    metrics.ascent = in_em(metric(font, HB_OT_METRICS_TAG_HORIZONTAL_ASCENDER), usual.ascent);
    metrics.descent = in_em(metric(font, HB_OT_METRICS_TAG_HORIZONTAL_DESCENDER), usual.descent);
    metrics.cap_height =
        in_em(or_measured(metric(font, HB_OT_METRICS_TAG_CAP_HEIGHT), 'H'), usual.cap_height);
    metrics.x_height =
        in_em(or_measured(metric(font, HB_OT_METRICS_TAG_X_HEIGHT), 'x'), usual.x_height);
    return metrics;
}

}  // namespace broadside::text
