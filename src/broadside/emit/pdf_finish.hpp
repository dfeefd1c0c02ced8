#pragma once

#include <optional>

#include "broadside/emit/emit.hpp"
#include "broadside/emit/pdf_painter.hpp"
#include "broadside/scene/scene.hpp"

namespace broadside::emit {

/// Adds to Cairo's file what Cairo 1.16 has no words for: the language, the title in the window's
/// frame, links, dates with their prefix. Nothing when the file does not look as Cairo's do.
std::optional<File> finish_pdf(File cairo_file, const scene::Scene& scene, const PdfLinks& links);

}  // namespace broadside::emit
