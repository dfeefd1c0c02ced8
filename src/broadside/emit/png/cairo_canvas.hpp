#pragma once

#include <cstddef>
#include <map>
#include <vector>

#include "broadside/base/colour.hpp"
#include "broadside/base/drawing.hpp"
#include "broadside/base/geometry.hpp"
#include "broadside/base/image.hpp"
#include "broadside/emit/fonts/faces.hpp"
#include "broadside/emit/png/cairo.hpp"
#include "broadside/scene/op.hpp"

/// Ops as Cairo draws them, in points.
namespace broadside::emit {

/// A face as Cairo draws with it, unhinted, so that glyphs have their printed shape at every size.
struct CairoFace {
    Face font;
    CairoFontFace handle;
};

using CairoFaces = std::map<FaceKey, CairoFace>;

/// From now on Cairo changes the faces as it draws.
CairoFaces cairo_faces(const Faces& faces);

/// Glyph positions as layout left them: no rounding to pixels, no hinted metrics.
void turn_hinting_off(cairo_t* cairo);

void set_source(cairo_t* cairo, Colour colour, double opacity = 1);

/// What is drawn from here on stands turned.
void turn(cairo_t* cairo, const Turn& turn);

void stroke_line(cairo_t* cairo, const scene::StrokeLine& line);

/// Draws the shapes in the drawing's own units; `current` stands for `currentColor`.
void draw_shapes(cairo_t* cairo, const Drawing& drawing, Colour current);

/// Draws the symbol as paths, scaled into its box and cut off at its view box.
void draw_symbol(cairo_t* cairo, const scene::DrawSymbol& symbol);

/// Selects the run's colour, face and size. The face must be one of `faces`.
const CairoFace& select_face(cairo_t* cairo, const LineRun& run, const CairoFaces& faces);

/// The run's glyphs at their places on the page.
std::vector<cairo_glyph_t> placed_glyphs(const LineRun& run, const CairoFace& face);

/// The image in so many pixels, at least one a side, or in its own where those are fewer. Each is
/// the mean of the pixels that it stands for: Cairo's own way to do it differs by its release, and
/// costs as much at each use.
CairoSurface image_surface(const Image& image, std::size_t width, std::size_t height);

}  // namespace broadside::emit
