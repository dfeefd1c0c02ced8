#include "broadside/emit/formats.hpp"

#include <algorithm>
#include <cmath>
#include <optional>
#include <set>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include <fmt/format.h>

#include "broadside/base/limits.hpp"
#include "broadside/emit/cache.hpp"
#include "broadside/emit/drawing.hpp"
#include "broadside/emit/fonts/faces.hpp"
#include "broadside/emit/png/cairo_canvas.hpp"
#include "broadside/emit/png/encoder.hpp"
#include "broadside/emit/png/painter.hpp"

namespace broadside::emit {

namespace {

/// Cairo's rasteriser has 16 bits for a coordinate.
constexpr double kMaxSide = 32767;

struct PixelSize {
    double width = 1, height = 1;
};

PixelSize pixel_size(Size page, double scale) {
    return {std::max(1.0, std::round(page.width.value * scale)),
            std::max(1.0, std::round(page.height.value * scale))};
}

Diagnostics check_size(const PixelSize& size, double ppi) {
    const auto max_pixels = static_cast<double>(limits::kMaxPixels);
    if (size.width <= kMaxSide && size.height <= kMaxSide &&
        size.width * size.height <= max_pixels) {
        return {};
    }
    const double factor = std::min({kMaxSide / size.width, kMaxSide / size.height,
                                    std::sqrt(max_pixels / (size.width * size.height))});
    return {error(
        "too-many-pixels",
        fmt::format("expected at most {} pixels a side and {} in all, got {} x {} at {:.6g} ppi",
                    kMaxSide, limits::kMaxPixels, size.width, size.height, ppi),
        {fmt::format("at most {} ppi for this page", std::floor(ppi * factor))})};
}

/// Every colour that something on the page is drawn in.
class DrawnColours {
public:
    DrawnColours(const scene::Page& page, PngBackground background) {
        if (background == PngBackground::Transparent) colours_.push_back(0);
        add(page.paper);
        for (const scene::Op& op : page.ops) std::visit(*this, op);
    }

    const std::vector<Argb>& colours() const { return colours_; }

    void operator()(const scene::BeginGroup&) {}
    void operator()(const scene::EndGroup&) {}
    void operator()(const scene::FillRect& fill) { add(fill.colour); }
    void operator()(const scene::StrokeLine& line) { add(line.colour); }
    void operator()(const scene::DrawText& text) {
        for (const scene::Line& line : text.lines) {
            for (const LineRun& run : line.runs) add(run.glyphs.colour);
        }
    }
    void operator()(const scene::DrawSymbol& symbol) {
        for (const Shape& shape : symbol.drawing->shapes) {
            if (shape.fill) add(*shape.fill, symbol.colour);
            if (shape.stroke) add(shape.stroke->paint, symbol.colour);
        }
    }

private:
    void add(const Paint& paint, Colour current) {
        if (gradient_of(paint) == nullptr) add(paint_colour(paint, current));
    }

    void add(const Colour& colour) {
        colours_.push_back(Argb{0xff000000} | Argb{colour.red} << 16 | Argb{colour.green} << 8 |
                           Argb{colour.blue});
    }

    std::vector<Argb> colours_;
};

/// Whether readers make out modules of one pixel depends on what the code says.
constexpr double kLeastModulePixels = 2;

/// Codes of a page whose modules have too few pixels for who reads them, told together.
Diagnostics coarse_codes(const scene::Page& page, double ppi) {
    std::set<std::string_view> found;
    double enough = 0;
    for (const scene::Op& op : page.ops) {
        const auto* symbol = std::get_if<scene::DrawSymbol>(&op);
        if (symbol == nullptr || symbol->drawing->code_of.empty()) continue;
        const double modules = symbol->drawing->width;
        if (snap_squares(symbol->box, modules, ppi / 72).side >= kLeastModulePixels) continue;
        const Pt side = std::min(symbol->box.width, symbol->box.height);
        enough = std::max(enough, std::ceil(kLeastModulePixels * modules * 72 / side.value));
        found.insert(symbol->drawing->code_of);
    }
    if (found.empty()) return {};
    const bool is_one = found.size() == 1;
    const std::string codes =
        is_one ? fmt::format("the QR code of {} has", *found.begin())
               : fmt::format("{} QR codes (one is that of {}) have", found.size(), *found.begin());
    return {warning(
        "coarse-qr-code",
        fmt::format("{} fewer than {} pixels a module at {:.6g} ppi: not every reader makes {} out",
                    codes, kLeastModulePixels, ppi, is_one ? "it" : "them"),
        {enough > limits::kMostPpi
             ? fmt::format("{} too small for a PNG", is_one ? "it is" : "some are")
             : fmt::format("from {} ppi on {}", enough,
                           is_one ? "it has them" : "all have them")})};
}

/// What a palette promises where pages have no pictures.
constexpr int kMostPaletteError = 8;

Result<File> emit_page(const scene::Page& page, const Metadata& metadata, const CairoFaces& faces,
                       const Options& options) {
    const double scale = options.ppi / 72;
    const PixelSize size = pixel_size(page.size, scale);
    if (auto errors = check_size(size, options.ppi); !errors.empty()) return errors;
    const bool is_opaque = options.png_background == PngBackground::Page;
    const CairoSurface image(
        cairo_image_surface_create(is_opaque ? CAIRO_FORMAT_RGB24 : CAIRO_FORMAT_ARGB32,
                                   static_cast<int>(size.width), static_cast<int>(size.height)));
    PngPainter painter(image.get(), faces, scale);
    painter.paint(page, options.png_background);
    if (painter.status() != CAIRO_STATUS_SUCCESS) {
        return error("png-failed", cairo_status_to_string(painter.status()));
    }
    Diagnostics warnings = coarse_codes(page, options.ppi);
    std::optional<Palette> palette;
    if (options.png_palette) {
        palette = choose_palette(histogram_of(image.get()),
                                 DrawnColours(page, options.png_background).colours());
        if (palette->error > kMostPaletteError)
            warnings.push_back(
                warning("png-palette",
                        fmt::format("the page has more colours than a palette holds: some are off "
                                    "by {} of 255",
                                    palette->error),
                        {"without --png-palette they are exact"}));
    }
    File file = encode_png(image.get(), metadata, options.ppi, palette ? &*palette : nullptr);
    return Result<File>(std::move(file), std::move(warnings));
}

}  // namespace

Diagnostics emit_png(const scene::Scene& scene, const Options& options, Cache& cache,
                     const TakeFile& take) {
    if (auto errors = check_pages(scene); !errors.empty()) return errors;
    if (auto errors = load_cairo(); !errors.empty()) return errors;
    const Result<Faces> opened = open_faces(scene, cache.fonts);
    if (!opened) return opened.diagnostics();
    const CairoFaces faces = cairo_faces(*opened);
    Diagnostics problems;
    for (std::size_t page = 0; page < scene.pages.size(); ++page) {
        Result<File> file = emit_page(scene.pages[page], scene.metadata, faces, options);
        append(problems, file.diagnostics());
        if (!file) return problems;
        append(problems, take(page, std::move(file).value()));
        if (has_errors(problems)) return problems;
    }
    return problems;
}

}  // namespace broadside::emit
