#include "broadside/emit/png/cairo_canvas.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <memory>
#include <new>

#include "broadside/emit/drawing.hpp"

namespace broadside::emit {

namespace {

struct PathAppender {
    cairo_t* cairo;

    void operator()(const MoveTo& move) const { cairo_move_to(cairo, move.to.x, move.to.y); }
    void operator()(const LineTo& line) const { cairo_line_to(cairo, line.to.x, line.to.y); }
    void operator()(const CubicTo& cubic) const {
        cairo_curve_to(cairo, cubic.control1.x, cubic.control1.y, cubic.control2.x,
                       cubic.control2.y, cubic.to.x, cubic.to.y);
    }
    void operator()(const ClosePath&) const { cairo_close_path(cairo); }
};

void set_path(cairo_t* cairo, const Path& path) {
    cairo_new_path(cairo);
    for (const PathSegment& segment : path) std::visit(PathAppender{cairo}, segment);
}

cairo_fill_rule_t to_cairo(FillRule rule) {
    return rule == FillRule::EvenOdd ? CAIRO_FILL_RULE_EVEN_ODD : CAIRO_FILL_RULE_WINDING;
}

cairo_line_cap_t to_cairo(LineCap cap) {
    switch (cap) {
        case LineCap::Butt: return CAIRO_LINE_CAP_BUTT;
        case LineCap::Round: return CAIRO_LINE_CAP_ROUND;
        case LineCap::Square: return CAIRO_LINE_CAP_SQUARE;
    }
    return CAIRO_LINE_CAP_BUTT;
}

cairo_line_join_t to_cairo(LineJoin join) {
    switch (join) {
        case LineJoin::Miter: return CAIRO_LINE_JOIN_MITER;
        case LineJoin::Round: return CAIRO_LINE_JOIN_ROUND;
        case LineJoin::Bevel: return CAIRO_LINE_JOIN_BEVEL;
    }
    return CAIRO_LINE_JOIN_MITER;
}

void set_gradient(cairo_t* cairo, const Gradient& gradient, double opacity) {
    const auto& [a, b, c, d, e, f] = gradient.to_drawing;
    cairo_matrix_t to_gradient, page;
    cairo_matrix_init(&to_gradient, a, b, c, d, e, f);
    cairo_get_matrix(cairo, &page);
    cairo_matrix_multiply(&page, &to_gradient, &page);
    cairo_matrix_invert(&page);
    // Cairo's rasteriser has 16 bits before the point and 16 behind it for the way from pixels to
    // the units of a gradient, which are chosen so that both do.
    const double largest = std::max({std::abs(page.xx), std::abs(page.xy), std::abs(page.yx),
                                     std::abs(page.yy), std::abs(page.x0), std::abs(page.y0)});
    const double unit = std::min(16000 / largest, 1024.0);
    constexpr double kLeastUnit = 1.0 / 64;
    const Gradient::Stop& last = gradient.stops.back();
    if (!(unit >= kLeastUnit)) return set_source(cairo, last.colour, last.opacity * opacity);
    const auto& start = gradient.start;
    const CairoPattern pattern(start ? cairo_pattern_create_radial(start->x * unit, start->y * unit,
                                                                   start->radius * unit, 0, 0, unit)
                                     : cairo_pattern_create_linear(0, 0, unit, 0));
    for (const Gradient::Stop& stop : gradient.stops)
        cairo_pattern_add_color_stop_rgba(pattern.get(), stop.offset, stop.colour.red / 255.0,
                                          stop.colour.green / 255.0, stop.colour.blue / 255.0,
                                          stop.opacity * opacity);
    cairo_matrix_invert(&to_gradient);
    cairo_matrix_t scale;
    cairo_matrix_init_scale(&scale, unit, unit);
    cairo_matrix_multiply(&to_gradient, &to_gradient, &scale);
    cairo_pattern_set_matrix(pattern.get(), &to_gradient);
    cairo_pattern_set_extend(pattern.get(), CAIRO_EXTEND_PAD);
    cairo_set_source(cairo, pattern.get());
}

void set_paint(cairo_t* cairo, const Paint& paint, double opacity, Colour current) {
    if (const Gradient* gradient = gradient_of(paint))
        return set_gradient(cairo, *gradient, opacity);
    set_source(cairo, paint_colour(paint, current), opacity);
}

void stroke_shape(cairo_t* cairo, const Stroke& stroke, Colour current) {
    set_paint(cairo, stroke.paint, stroke.opacity, current);
    cairo_set_line_width(cairo, stroke.width);
    cairo_set_line_cap(cairo, to_cairo(stroke.cap));
    cairo_set_line_join(cairo, to_cairo(stroke.join));
    cairo_set_miter_limit(cairo, stroke.miter_limit);
    cairo_set_dash(cairo, stroke.dashes.data(), static_cast<int>(stroke.dashes.size()),
                   stroke.dash_offset);
    cairo_matrix_t matrix;
    cairo_get_matrix(cairo, &matrix);
    if (const auto& pen = stroke.pen) {
        cairo_matrix_t its;
        cairo_matrix_init(&its, pen->a, pen->b, pen->c, pen->d, 0, 0);
        cairo_transform(cairo, &its);
    }
    cairo_stroke_preserve(cairo);
    cairo_set_matrix(cairo, &matrix);
}

const cairo_user_data_key_t kOpenFaceKey = {};

/// Cairo holds on to faces after their last use, so the font stays open for as long as Cairo needs
/// it.
CairoFontFace make_cairo_face(const std::shared_ptr<OpenFace>& open) {
    auto owner = std::make_unique<std::shared_ptr<OpenFace>>(open);
    CairoFontFace face(cairo_ft_font_face_create_for_ft_face(
        open->freetype(), FT_LOAD_NO_HINTING | FT_LOAD_NO_BITMAP));
    const auto release = [](void* data) { delete static_cast<std::shared_ptr<OpenFace>*>(data); };
    if (cairo_font_face_set_user_data(face.get(), &kOpenFaceKey, owner.get(), release) !=
        CAIRO_STATUS_SUCCESS) {
        throw std::bad_alloc();
    }
    static_cast<void>(owner.release());
    return face;
}

/// Cairo's order of bytes in a number: opacity, red, green, blue.
using Sums = std::array<double, 4>;

/// What a pixel gives to the one that it falls into, and to the next, when `from` of them become
/// `to`, which are no more.
struct Share {
    std::size_t into = 0;
    double first = 0, second = 0;
};

std::vector<Share> shares(std::size_t from, std::size_t to) {
    std::vector<Share> all(from);
    const double size = static_cast<double>(to) / static_cast<double>(from);
    for (std::size_t i = 0; i < from; ++i) {
        Share& share = all[i];
        // In whole numbers: an edge between two pixels is exactly there.
        share.into = i * to / from;
        const std::size_t inside = (share.into + 1) * from - i * to;
        share.first = inside >= to ? size : static_cast<double>(inside) / static_cast<double>(from);
        share.second = size - share.first;
    }
    return all;
}

/// Of premultiplied pixels: what is clear gives no colour.
Sums sums_of(const std::uint8_t* pixel) {
    const double opacity = pixel[3];
    return {opacity, pixel[0] * opacity / 255, pixel[1] * opacity / 255, pixel[2] * opacity / 255};
}

void add(Sums& sums, const Sums& more, double share) {
    for (std::size_t i = 0; i < sums.size(); ++i) sums[i] += more[i] * share;
}

std::uint32_t argb(const Sums& sums) {
    std::uint32_t number = 0;
    for (const double sum : sums)
        number = number << 8 | static_cast<std::uint32_t>(std::lround(std::clamp(sum, 0.0, 255.0)));
    return number;
}

}  // namespace

void turn_hinting_off(cairo_t* cairo) {
    const CairoFontOptions options(cairo_font_options_create());
    cairo_font_options_set_hint_style(options.get(), CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options.get(), CAIRO_HINT_METRICS_OFF);
    cairo_font_options_set_antialias(options.get(), CAIRO_ANTIALIAS_GRAY);
    cairo_set_font_options(cairo, options.get());
}

void set_source(cairo_t* cairo, Colour colour, double opacity) {
    cairo_set_source_rgba(cairo, colour.red / 255.0, colour.green / 255.0, colour.blue / 255.0,
                          opacity);
}

void stroke_line(cairo_t* cairo, const scene::StrokeLine& line) {
    set_source(cairo, line.colour);
    cairo_set_line_width(cairo, line.width.value);
    cairo_set_line_cap(cairo, CAIRO_LINE_CAP_BUTT);
    cairo_move_to(cairo, line.from.x.value, line.from.y.value);
    cairo_line_to(cairo, line.to.x.value, line.to.y.value);
    cairo_stroke(cairo);
}

void turn(cairo_t* cairo, const Turn& turn) {
    const auto [x, y] = turned(Point{}, turn);
    cairo_matrix_t matrix;
    cairo_matrix_init(&matrix, turn.cosine, -turn.sine, turn.sine, turn.cosine, x.value, y.value);
    cairo_transform(cairo, &matrix);
}

void draw_shapes(cairo_t* cairo, const Drawing& drawing, Colour current) {
    const auto open = [cairo](const Clip& clip) {
        cairo_save(cairo);
        set_path(cairo, clip.path);
        cairo_set_fill_rule(cairo, to_cairo(clip.rule));
        cairo_clip(cairo);
    };
    for_each_shape(
        drawing, open, [cairo] { cairo_restore(cairo); },
        [&](const Shape& shape) {
            set_path(cairo, shape.path);
            if (shape.fill) {
                set_paint(cairo, *shape.fill, shape.fill_opacity, current);
                cairo_set_fill_rule(cairo, to_cairo(shape.fill_rule));
                cairo_fill_preserve(cairo);
            }
            if (shape.stroke) stroke_shape(cairo, *shape.stroke, current);
        });
    cairo_new_path(cairo);
}

void draw_symbol(cairo_t* cairo, const scene::DrawSymbol& symbol) {
    // What is only heard may have no size, and so no scale.
    if (symbol.drawing->shapes.empty()) return;
    const DrawingPlacement placement = place_drawing(*symbol.drawing, symbol.box);
    cairo_save(cairo);
    cairo_translate(cairo, placement.origin.x.value, placement.origin.y.value);
    cairo_scale(cairo, placement.scale, placement.scale);
    if (reaches_outside(*symbol.drawing)) {
        cairo_rectangle(cairo, 0, 0, symbol.drawing->width, symbol.drawing->height);
        cairo_clip(cairo);
    }
    draw_shapes(cairo, *symbol.drawing, symbol.colour);
    cairo_restore(cairo);
}

const CairoFace& select_face(cairo_t* cairo, const LineRun& run, const CairoFaces& faces) {
    const CairoFace& face = faces.at(key_of(*run.glyphs.font));
    set_source(cairo, run.glyphs.colour);
    cairo_set_font_face(cairo, face.handle.get());
    cairo_set_font_size(cairo, run.glyphs.size.value);
    return face;
}

std::vector<cairo_glyph_t> placed_glyphs(const LineRun& run, const CairoFace& face) {
    std::vector<cairo_glyph_t> glyphs;
    glyphs.reserve(run.glyphs.glyphs.size());
    for (const RunGlyph& glyph : run.glyphs.glyphs) {
        glyphs.push_back({face.font.glyph(glyph.id), (run.origin.x + glyph.x).value,
                          (run.origin.y + glyph.y).value});
    }
    return glyphs;
}

CairoFaces cairo_faces(const Faces& faces) {
    CairoFaces made;
    for (const auto& [key, face] : faces)
        made.emplace(key, CairoFace{face, make_cairo_face(face.open)});
    return made;
}

CairoSurface image_surface(const Image& image, std::size_t width, std::size_t height) {
    width = std::clamp<std::size_t>(width, 1, image.width);
    height = std::clamp<std::size_t>(height, 1, image.height);
    CairoSurface surface(cairo_image_surface_create(CAIRO_FORMAT_ARGB32, static_cast<int>(width),
                                                    static_cast<int>(height)));
    if (cairo_surface_status(surface.get()) != CAIRO_STATUS_SUCCESS) return surface;
    unsigned char* bytes = cairo_image_surface_get_data(surface.get());
    const auto stride = static_cast<std::size_t>(cairo_image_surface_get_stride(surface.get()));
    const std::vector<Share> columns = shares(image.width, width);
    const std::vector<Share> rows = shares(image.height, height);
    // One more than there are: the last pixel gives its second share, of nothing, to it.
    std::vector<Sums> line(width + 1), sum(width + 1), next(width + 1);
    const std::uint8_t* pixel = image.pixels.data();
    for (std::size_t y = 0; y < image.height; ++y) {
        std::fill(line.begin(), line.end(), Sums());
        for (const Share& share : columns) {
            const Sums sums = sums_of(pixel);
            add(line[share.into], sums, share.first);
            if (share.second > 0) add(line[share.into + 1], sums, share.second);
            pixel += 4;
        }
        const Share& share = rows[y];
        for (std::size_t x = 0; x < width; ++x) {
            add(sum[x], line[x], share.first);
            add(next[x], line[x], share.second);
        }
        const bool is_last = y + 1 == image.height || rows[y + 1].into > share.into;
        if (!is_last) continue;
        auto* out = reinterpret_cast<std::uint32_t*>(bytes + share.into * stride);
        for (std::size_t x = 0; x < width; ++x) out[x] = argb(sum[x]);
        std::swap(sum, next);
        std::fill(next.begin(), next.end(), Sums());
    }
    cairo_surface_mark_dirty(surface.get());
    return surface;
}

}  // namespace broadside::emit
