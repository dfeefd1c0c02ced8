#include "broadside/emit/formats.hpp"

#include <algorithm>
#include <cmath>
#include <string_view>

#include <fmt/format.h>

#include "broadside/base/limits.hpp"
#include "broadside/emit/cache.hpp"
#include "broadside/emit/check_pages.hpp"
#include "broadside/emit/fonts/faces.hpp"
#include "broadside/emit/handles.hpp"
#include "broadside/emit/png/cairo_faces.hpp"
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

std::vector<Diagnostic> check_size(const PixelSize& size, double ppi) {
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

Result<File> emit_page(const scene::Page& page, const Metadata& metadata, const CairoFaces& faces,
                       double ppi) {
    const double scale = ppi / 72;
    const PixelSize size = pixel_size(page.size, scale);
    if (auto errors = check_size(size, ppi); !errors.empty()) return errors;
    const CairoSurface image(cairo_image_surface_create(
        CAIRO_FORMAT_RGB24, static_cast<int>(size.width), static_cast<int>(size.height)));
    PngPainter painter(image.get(), faces, scale);
    painter.paint(page);
    if (painter.status() != CAIRO_STATUS_SUCCESS) {
        return error("png-failed", cairo_status_to_string(painter.status()));
    }
    auto file = encode_png(image.get(), metadata, ppi);
    if (!file) return error("png-failed", "out of memory");
    return std::move(*file);
}

}  // namespace

Diagnostics emit_png(const scene::Scene& scene, const Options& options, Cache& cache,
                     const TakeFile& take) {
    if (!(options.ppi >= limits::kLeastPpi && options.ppi <= limits::kMostPpi)) {
        return {error("ppi", fmt::format("expected {} to {} pixels per inch, got {}",
                                         limits::kLeastPpi, limits::kMostPpi, options.ppi))};
    }
    if (auto errors = check_pages(scene); !errors.empty()) return errors;
    const Result<Faces> opened = open_faces(scene, cache.fonts);
    if (!opened) return opened.diagnostics();
    const CairoFaces faces = cairo_faces(*opened);
    for (std::size_t page = 0; page < scene.pages.size(); ++page) {
        Result<File> file = emit_page(scene.pages[page], scene.metadata, faces, options.ppi);
        if (!file) return file.diagnostics();
        if (auto errors = take(page, std::move(file).value()); !errors.empty()) return errors;
    }
    return {};
}

}  // namespace broadside::emit
