#pragma once

#include <string>

#include "broadside/base/result.hpp"
#include "broadside/emit/emit.hpp"
#include "broadside/emit/pdf_forms.hpp"
#include "broadside/emit/pdf_painter.hpp"
#include "broadside/scene/scene.hpp"

namespace broadside::emit {

/// What stands in a PDF beside the drawing on its pages.
struct PdfDetails {
    const scene::Scene& scene;
    const PdfLinks& links;
    const PdfSymbols& symbols;
    std::string date;  // PDF 1.7, 7.9.4
};

/// Takes the pages and their fonts out of the file that Cairo wrote, in whatever container, and
/// makes a file of them that has what Cairo has no words for: symbols that are written once, links,
/// the language, the title in the window's frame. Fails when Cairo's file cannot be read, or has
/// not the pages and marks that were drawn.
Result<File> finish_pdf(const File& cairo_file, const PdfDetails& details, PdfForms& forms);

}  // namespace broadside::emit
