#pragma once

#include <map>

#include "broadside/base/colour.hpp"
#include "broadside/base/drawing.hpp"
#include "broadside/base/geometry.hpp"
#include "broadside/emit/faces.hpp"
#include "broadside/emit/handles.hpp"
#include "broadside/scene/op.hpp"

/// What the backends on Cairo share: the ops that have no meaning of their own, in points.
namespace broadside::emit {

/// Cairo's view of the open faces, unhinted, so that glyphs have their printed shape at every size.
class CairoFaces {
public:
    explicit CairoFaces(const Faces& faces);

    /// The face must be one of those this was made from.
    cairo_font_face_t* at(const FontFace& font) const { return faces_.at(key_of(font)).get(); }

private:
    std::map<FaceKey, CairoFontFace> faces_;
};

/// Glyph positions as layout left them: no rounding to pixels, no hinted metrics.
void turn_hinting_off(cairo_t* cairo);

void set_source(cairo_t* cairo, Colour colour);

void fill_rect(cairo_t* cairo, const Rect& rect, Colour colour);

void stroke_line(cairo_t* cairo, const scene::StrokeLine& line);

/// Draws the shapes in the drawing's own units; `current` stands for `currentColor`.
void draw_shapes(cairo_t* cairo, const Drawing& drawing, Colour current);

/// Draws the symbol as paths, scaled into its box.
void draw_symbol(cairo_t* cairo, const scene::DrawSymbol& symbol);

/// The run's glyphs at their places on the page. Selects font and size.
std::vector<cairo_glyph_t> select_glyphs(cairo_t* cairo, const scene::Run& run,
                                         const CairoFaces& faces);

}  // namespace broadside::emit
