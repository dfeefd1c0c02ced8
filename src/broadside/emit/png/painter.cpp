#include "broadside/emit/png/painter.hpp"

#include <algorithm>
#include <cmath>
#include <variant>
#include <vector>

#include "broadside/emit/drawing.hpp"

namespace broadside::emit {

namespace {

/// Whole pixels from `begin` up to `end`.
struct PixelSpan {
    double begin = 0, end = 0;
};

/// Each edge goes to the nearest pixel edge, so that spans that meet on the page meet in the
/// picture. What has a length keeps at least one pixel.
PixelSpan snap_span(Pt begin, Pt end, double scale) {
    const double first = std::round(begin.value * scale);
    const double last = std::round(end.value * scale);
    return {first, end > begin ? std::max(last, first + 1) : first};
}

/// The pixels of a rule `width` wide around `centre`: whole, and at least one.
PixelSpan snap_rule(Pt centre, Pt width, double scale) {
    if (width <= Pt(0)) return {};
    const double pixels = std::max(1.0, std::round(width.value * scale));
    const double first = std::round(centre.value * scale - pixels / 2);
    return {first, first + pixels};
}

/// In pixels, whatever the context's scale.
void fill_device_rect(cairo_t* cairo, const PixelSpan& x, const PixelSpan& y, Colour colour) {
    cairo_save(cairo);
    cairo_identity_matrix(cairo);
    set_source(cairo, colour);
    cairo_rectangle(cairo, x.begin, y.begin, x.end - x.begin, y.end - y.begin);
    cairo_fill(cairo);
    cairo_restore(cairo);
}

}  // namespace

PngPainter::PngPainter(cairo_surface_t* image, const CairoFaces& faces, double scale)
    : cairo_(cairo_create(image)), faces_(faces), scale_(scale) {
    cairo_scale(cairo_.get(), scale, scale);
    turn_hinting_off(cairo_.get());
}

void PngPainter::paint(const scene::Page& page, PngBackground background) {
    if (background == PngBackground::Page) {
        set_source(cairo_.get(), page.paper);
        cairo_paint(cairo_.get());
    }
    for (const scene::Op& op : page.ops) std::visit(*this, op);
}

void PngPainter::operator()(const scene::FillRect& fill) {
    fill_device_rect(cairo_.get(), snap_span(fill.rect.x, fill.rect.right(), scale_),
                     snap_span(fill.rect.y, fill.rect.bottom(), scale_), fill.colour);
}

void PngPainter::operator()(const scene::StrokeLine& line) {
    const auto [left, right] = std::minmax(line.from.x, line.to.x);
    const auto [top, bottom] = std::minmax(line.from.y, line.to.y);
    if (nearly(top, bottom)) {
        fill_device_rect(cairo_.get(), snap_span(left, right, scale_),
                         snap_rule(top, line.width, scale_), line.colour);
    } else if (nearly(left, right)) {
        fill_device_rect(cairo_.get(), snap_rule(left, line.width, scale_),
                         snap_span(top, bottom, scale_), line.colour);
    } else {
        stroke_line(cairo_.get(), line);
    }
}

void PngPainter::operator()(const scene::DrawText& text) {
    cairo_save(cairo_.get());
    if (text.turn) turn(cairo_.get(), *text.turn);
    for (const scene::Line& line : text.lines) {
        for (const LineRun& run : line.runs) draw(run);
    }
    cairo_restore(cairo_.get());
}

void PngPainter::draw(const LineRun& run) {
    const CairoFace& face = select_face(cairo_.get(), run, faces_);
    const std::vector<cairo_glyph_t> glyphs = placed_glyphs(run, face);
    // Cairo 1.16 moves shown glyphs to whole pixels, which makes letter spaces uneven; outlines
    // stay in place.
    cairo_glyph_path(cairo_.get(), glyphs.data(), static_cast<int>(glyphs.size()));
    cairo_set_fill_rule(cairo_.get(), CAIRO_FILL_RULE_WINDING);
    cairo_fill(cairo_.get());
}

/// On whole pixels, so that its own are seen as they are.
void PngPainter::draw(const ImageRef& image, const Rect& box) {
    const PixelSpan x = snap_span(box.x, box.right(), scale_);
    const PixelSpan y = snap_span(box.y, box.bottom(), scale_);
    const double width = x.end - x.begin, height = y.end - y.begin;
    CairoSurface& surface = images_[{image.get(), width, height}];
    if (!surface)
        surface = image_surface(*image, static_cast<std::size_t>(width),
                                static_cast<std::size_t>(height));
    cairo_save(cairo_.get());
    cairo_identity_matrix(cairo_.get());
    cairo_rectangle(cairo_.get(), x.begin, y.begin, width, height);
    cairo_clip(cairo_.get());
    cairo_translate(cairo_.get(), x.begin, y.begin);
    cairo_scale(cairo_.get(), width / cairo_image_surface_get_width(surface.get()),
                height / cairo_image_surface_get_height(surface.get()));
    cairo_set_source_surface(cairo_.get(), surface.get(), 0, 0);
    // An enlarged one ends at its edge, and does not fade into the paper there.
    cairo_pattern_t* pattern = cairo_get_source(cairo_.get());
    cairo_pattern_set_extend(pattern, CAIRO_EXTEND_PAD);
    cairo_pattern_set_filter(pattern, CAIRO_FILTER_BILINEAR);
    cairo_paint(cairo_.get());
    cairo_restore(cairo_.get());
}

void PngPainter::draw_code(const scene::DrawSymbol& code) {
    const GridSquares squares = snap_squares(code.box, code.drawing->width, scale_);
    if (squares.side < 1) return draw_symbol(cairo_.get(), code);
    cairo_save(cairo_.get());
    cairo_identity_matrix(cairo_.get());
    cairo_translate(cairo_.get(), squares.x, squares.y);
    cairo_scale(cairo_.get(), squares.side, squares.side);
    draw_shapes(cairo_.get(), *code.drawing, code.colour);
    cairo_restore(cairo_.get());
}

void PngPainter::operator()(const scene::DrawSymbol& symbol) {
    if (symbol.drawing->image)
        draw(symbol.drawing->image, symbol.box);
    else if (!symbol.drawing->code_of.empty())
        draw_code(symbol);
    else
        draw_symbol(cairo_.get(), symbol);
}

}  // namespace broadside::emit
