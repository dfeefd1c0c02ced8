#include "broadside/text/font_set.hpp"

#include <glib.h>
#include <hb-ot.h>

namespace broadside::text {

namespace {

/// More than any font is wide, in its own units.
constexpr hb_position_t kFar = 1 << 20;

hb_position_t far_advance(hb_font_t*, void*, hb_codepoint_t, void*) { return kFar; }

/// Never changes once made, so that threads may share it.
hb_font_funcs_t* far_functions() {
    static const HarfBuzzFontFunctions functions = [] {
        HarfBuzzFontFunctions made(hb_font_funcs_create());
        hb_font_funcs_set_glyph_h_advance_func(made.get(), far_advance, nullptr, nullptr);
        hb_font_funcs_make_immutable(made.get());
        return made;
    }();
    return functions.get();
}

/// Canonical_Combining_Class 1 is that of overlays; from 200 on marks are named by their side of
/// the letter.
constexpr int kOverlay = 1, kFirstBySide = 200;

}  // namespace

bool is_free_mark(char32_t code) {
    const int combining_class = g_unichar_combining_class(code);
    return combining_class == kOverlay || combining_class >= kFirstBySide;
}

bool has_free_mark(char32_t code) {
    gunichar first = 0, second = 0;
    if (!g_unichar_decompose(code, &first, &second)) return false;
    return is_free_mark(second) || has_free_mark(first);
}

MarkProbe::MarkProbe() : buffer_(hb_buffer_create()) {}

// The text is shaped with every glyph as wide as can be. A mark that is placed by its base comes
// back to it over that width; one that is not stays where the width left it.
bool MarkProbe::places_marks(hb_font_t* font, std::string_view utf8, std::string_view script,
                             std::string_view language) {
    const HarfBuzzFont wide(hb_font_create_sub_font(font));
    hb_font_set_funcs(wide.get(), far_functions(), nullptr, nullptr);
    hb_buffer_t* buffer = buffer_.get();
    hb_buffer_reset(buffer);
    hb_buffer_add_utf8(buffer, utf8.data(), static_cast<int>(utf8.size()), 0, -1);
    hb_buffer_set_direction(buffer, HB_DIRECTION_LTR);
    hb_buffer_set_script(buffer,
                         hb_script_from_string(script.data(), static_cast<int>(script.size())));
    hb_buffer_set_language(
        buffer, hb_language_from_string(language.data(), static_cast<int>(language.size())));
    hb_shape(wide.get(), buffer, nullptr, 0);

    unsigned count = 0;
    const hb_glyph_info_t* infos = hb_buffer_get_glyph_infos(buffer, &count);
    const hb_glyph_position_t* positions = hb_buffer_get_glyph_positions(buffer, nullptr);
    hb_face_t* face = hb_font_get_face(font);
    const bool has_classes = hb_ot_layout_has_glyph_classes(face);
    for (unsigned i = 1; i < count; ++i) {
        const bool is_mark =
            !has_classes ||
            hb_ot_layout_get_glyph_class(face, infos[i].codepoint) == HB_OT_LAYOUT_GLYPH_CLASS_MARK;
        if (is_mark && positions[i].x_offset > -kFar / 4) return false;
    }
    return true;
}

}  // namespace broadside::text
