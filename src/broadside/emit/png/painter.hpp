#pragma once

#include <map>
#include <tuple>

#include "broadside/base/output_options.hpp"
#include "broadside/emit/fonts/faces.hpp"
#include "broadside/emit/png/cairo_canvas.hpp"
#include "broadside/scene/scene.hpp"

namespace broadside::emit {

/// Replays pages on an image. Rectangles and upright or level rules are snapped to whole pixels:
/// edges stay crisp, and neighbours that share a coordinate share a pixel edge. Text and symbols
/// keep their exact places.
class PngPainter {
public:
    /// `scale` is pixels per point.
    PngPainter(cairo_surface_t* image, const CairoFaces& faces, double scale);

    void paint(const scene::Page& page, PngBackground background);

    cairo_status_t status() const { return cairo_status(cairo_.get()); }

    // One for each op of the scene.
    void operator()(const scene::BeginGroup&) {}
    void operator()(const scene::EndGroup&) {}
    void operator()(const scene::FillRect& fill);
    void operator()(const scene::StrokeLine& line);
    void operator()(const scene::DrawText& text);
    void operator()(const scene::DrawSymbol& symbol);

private:
    void draw(const LineRun& run);
    void draw(const ImageRef& image, const Rect& box);
    void draw_code(const scene::DrawSymbol& code);

    CairoContext cairo_;
    const CairoFaces& faces_;
    double scale_;
    using ImageSize = std::tuple<const Image*, double, double>;
    std::map<ImageSize, CairoSurface> images_;  // of that many pixels, as they were drawn
};

}  // namespace broadside::emit
