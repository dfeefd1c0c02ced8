#include "broadside/emit/formats.hpp"

#include <exception>
#include <string>
#include <utility>

#include <cairo-pdf.h>
#include <fmt/format.h>

#include "broadside/emit/cache.hpp"
#include "broadside/emit/cairo_faces.hpp"
#include "broadside/emit/check_pages.hpp"
#include "broadside/emit/faces.hpp"
#include "broadside/emit/handles.hpp"
#include "broadside/emit/pdf_finish.hpp"
#include "broadside/emit/pdf_painter.hpp"
#include "broadside/emit/timestamp.hpp"

namespace broadside::emit {

namespace {

/// No exception may pass through Cairo.
cairo_status_t append_bytes(void* file, const unsigned char* bytes, unsigned int size) {
    try {
        static_cast<File*>(file)->append(reinterpret_cast<const char*>(bytes), size);
        return CAIRO_STATUS_SUCCESS;
    } catch (const std::exception&) {
        return CAIRO_STATUS_NO_MEMORY;
    }
}

/// PDF 1.7, 7.9.4: `D:20261231235959Z`.
std::string pdf_date(std::string iso_8601) {
    std::erase_if(iso_8601, [](char c) { return c == '-' || c == ':' || c == 'T'; });
    return "D:" + iso_8601;
}

}  // namespace

Diagnostics emit_pdf(const scene::Scene& scene, const Options& options, Cache& cache,
                     const TakeFile& take) {
    if (auto errors = check_pages(scene); !errors.empty()) return errors;
    const auto date = iso_8601(options.creation_time);
    if (!date) {
        return {
            error("creation-time", fmt::format("expected a date of the years 0 to 9999, got {} s",
                                               options.creation_time))};
    }
    const Result<Faces> opened = open_faces(scene, cache.fonts);
    if (!opened) return opened.diagnostics();

    File file;
    const Size first = scene.pages.front().size;
    const CairoSurface surface(cairo_pdf_surface_create_for_stream(
        append_bytes, &file, first.width.value, first.height.value));
    const CairoFaces faces = cairo_faces(*opened);
    PdfPainter painter(surface.get(), faces);
    painter.paint(scene);
    cairo_surface_finish(surface.get());
    for (const cairo_status_t status : {painter.status(), cairo_surface_status(surface.get())}) {
        if (status != CAIRO_STATUS_SUCCESS)
            return {error("pdf-failed", cairo_status_to_string(status))};
    }
    auto finished = finish_pdf(file, {scene, painter.links(), painter.symbols(), pdf_date(*date)},
                               cache.pdf_forms);
    if (!finished) return finished.diagnostics();
    return take(0, std::move(finished).value());
}

}  // namespace broadside::emit
