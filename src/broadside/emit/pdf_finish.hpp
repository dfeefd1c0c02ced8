#pragma once

#include <optional>

#include "broadside/emit/emit.hpp"
#include "broadside/emit/pdf_forms.hpp"
#include "broadside/emit/pdf_painter.hpp"
#include "broadside/scene/scene.hpp"

namespace broadside::emit {

/// Adds to the file that Cairo wrote for `painter` what Cairo 1.16 has no words for: the language,
/// the title in the window's frame, links, dates with their prefix; and puts the symbols where they
/// have stand-ins. Nothing when the file does not look as Cairo's do.
std::optional<File> finish_pdf(File cairo_file, const scene::Scene& scene,
                               const PdfPainter& painter, PdfForms& forms);

}  // namespace broadside::emit
