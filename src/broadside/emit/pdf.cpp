#include "broadside/emit/pdf.hpp"

#include <string>
#include <utility>

#include <cairo-pdf.h>
#include <fmt/format.h>

#include "broadside/emit/cache.hpp"
#include "broadside/emit/cairo_faces.hpp"
#include "broadside/emit/faces.hpp"
#include "broadside/emit/failure.hpp"
#include "broadside/emit/handles.hpp"
#include "broadside/emit/pdf_finish.hpp"
#include "broadside/emit/pdf_painter.hpp"
#include "broadside/emit/timestamp.hpp"

namespace broadside::emit {

namespace {

cairo_status_t append_bytes(void* file, const unsigned char* bytes, unsigned int size) {
    static_cast<File*>(file)->append(reinterpret_cast<const char*>(bytes), size);
    return CAIRO_STATUS_SUCCESS;
}

void set_metadata(cairo_surface_t* surface, const Metadata& metadata, const std::string& date) {
    const auto set = [&](cairo_pdf_metadata_t key, const std::string& text) {
        if (!text.empty()) cairo_pdf_surface_set_metadata(surface, key, text.c_str());
    };
    set(CAIRO_PDF_METADATA_TITLE, metadata.title);
    set(CAIRO_PDF_METADATA_AUTHOR, metadata.author);
    set(CAIRO_PDF_METADATA_SUBJECT, metadata.description);
    set(CAIRO_PDF_METADATA_CREATOR, "Broadside");
    set(CAIRO_PDF_METADATA_CREATE_DATE, date);
    set(CAIRO_PDF_METADATA_MOD_DATE, date);
}

}  // namespace

Result<std::vector<File>> emit_pdf(const scene::Scene& scene, const Options& options,
                                   Cache& cache) {
    if (auto errors = check_pages(scene); !errors.empty()) return errors;
    const auto date = iso_8601(options.creation_time);
    if (!date) {
        return failure(
            "creation-time",
            fmt::format("expected a date of the years 0 to 9999, got {} s", options.creation_time));
    }
    const Result<Faces> opened = open_faces(scene, cache.fonts);
    if (!opened) return opened.diagnostics();

    File file;
    const Size first = scene.pages.front().size;
    const CairoSurface surface(cairo_pdf_surface_create_for_stream(
        append_bytes, &file, first.width.value, first.height.value));
    set_metadata(surface.get(), scene.metadata, *date);
    const CairoFaces faces = embeddable_faces(scene, cache.fonts);
    PdfPainter painter(surface.get(), faces);
    painter.paint(scene);
    cairo_surface_finish(surface.get());
    for (const cairo_status_t status : {painter.status(), cairo_surface_status(surface.get())}) {
        if (status != CAIRO_STATUS_SUCCESS)
            return failure("pdf-failed", cairo_status_to_string(status));
    }
    auto finished = finish_pdf(std::move(file), scene, painter, cache.pdf_forms);
    if (!finished)
        return failure("pdf-failed", "expected a file as Cairo 1.16 writes it, got another");
    return std::vector<File>{std::move(*finished)};
}

}  // namespace broadside::emit
