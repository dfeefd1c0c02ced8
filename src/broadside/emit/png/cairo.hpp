#pragma once

#include <memory>

#include <cairo-ft.h>
#include <cairo.h>

#include "broadside/base/diagnostic.hpp"
#include "broadside/base/loaded_library.hpp"

/// Cairo brings ten libraries with it, which would take a sixth of the time in which the program
/// starts: it is loaded with the first PNG. Its functions are called here by the names that they
/// have there.
namespace broadside::emit {

// clang-format off
#define BROADSIDE_CAIRO(function) \
    function(cairo_clip) \
    function(cairo_close_path) \
    function(cairo_create) \
    function(cairo_curve_to) \
    function(cairo_destroy) \
    function(cairo_fill) \
    function(cairo_fill_preserve) \
    function(cairo_font_face_destroy) \
    function(cairo_font_face_set_user_data) \
    function(cairo_font_options_create) \
    function(cairo_font_options_destroy) \
    function(cairo_font_options_set_antialias) \
    function(cairo_font_options_set_hint_metrics) \
    function(cairo_font_options_set_hint_style) \
    function(cairo_ft_font_face_create_for_ft_face) \
    function(cairo_get_matrix) \
    function(cairo_get_source) \
    function(cairo_glyph_path) \
    function(cairo_identity_matrix) \
    function(cairo_image_surface_create) \
    function(cairo_image_surface_get_data) \
    function(cairo_image_surface_get_format) \
    function(cairo_image_surface_get_height) \
    function(cairo_image_surface_get_stride) \
    function(cairo_image_surface_get_width) \
    function(cairo_line_to) \
    function(cairo_matrix_init) \
    function(cairo_matrix_init_scale) \
    function(cairo_matrix_invert) \
    function(cairo_matrix_multiply) \
    function(cairo_move_to) \
    function(cairo_new_path) \
    function(cairo_paint) \
    function(cairo_pattern_add_color_stop_rgba) \
    function(cairo_pattern_create_linear) \
    function(cairo_pattern_create_radial) \
    function(cairo_pattern_destroy) \
    function(cairo_pattern_set_extend) \
    function(cairo_pattern_set_filter) \
    function(cairo_pattern_set_matrix) \
    function(cairo_rectangle) \
    function(cairo_restore) \
    function(cairo_save) \
    function(cairo_scale) \
    function(cairo_set_dash) \
    function(cairo_set_fill_rule) \
    function(cairo_set_font_face) \
    function(cairo_set_font_options) \
    function(cairo_set_font_size) \
    function(cairo_set_line_cap) \
    function(cairo_set_line_join) \
    function(cairo_set_line_width) \
    function(cairo_set_matrix) \
    function(cairo_set_miter_limit) \
    function(cairo_set_source) \
    function(cairo_set_source_rgba) \
    function(cairo_set_source_surface) \
    function(cairo_status) \
    function(cairo_status_to_string) \
    function(cairo_stroke) \
    function(cairo_stroke_preserve) \
    function(cairo_surface_destroy) \
    function(cairo_surface_flush) \
    function(cairo_surface_mark_dirty) \
    function(cairo_surface_status) \
    function(cairo_transform) \
    function(cairo_translate)
// clang-format on
BROADSIDE_CAIRO(BROADSIDE_DECLARE_LOADED)

/// Before anything of it is called. Fails where it is not there.
Diagnostics load_cairo();

struct ReleaseCairo {
    void operator()(cairo_t* owned) const { cairo_destroy(owned); }
    void operator()(cairo_surface_t* owned) const { cairo_surface_destroy(owned); }
    void operator()(cairo_pattern_t* owned) const { cairo_pattern_destroy(owned); }
    void operator()(cairo_font_face_t* owned) const { cairo_font_face_destroy(owned); }
    void operator()(cairo_font_options_t* owned) const { cairo_font_options_destroy(owned); }
};

using CairoContext = std::unique_ptr<cairo_t, ReleaseCairo>;
using CairoSurface = std::unique_ptr<cairo_surface_t, ReleaseCairo>;
using CairoPattern = std::unique_ptr<cairo_pattern_t, ReleaseCairo>;
using CairoFontFace = std::unique_ptr<cairo_font_face_t, ReleaseCairo>;
using CairoFontOptions = std::unique_ptr<cairo_font_options_t, ReleaseCairo>;

}  // namespace broadside::emit
