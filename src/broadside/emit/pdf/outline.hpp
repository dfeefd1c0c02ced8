#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "broadside/base/geometry.hpp"
#include "broadside/emit/pdf/writer.hpp"
#include "broadside/scene/scene.hpp"

namespace broadside::emit {

/// A place on a page, which count from 0.
struct PdfPlace {
    std::size_t page = 0;
    Point top_left;
};

/// "/Dest […]": a reader goes there, and keeps its magnification.
std::string pdf_destination(const PdfPlace& place, const std::vector<int>& pages,
                            const scene::Scene& scene);

/// What a reader lists beside the pages (PDF 1.7, 12.3.3), in their order. Below an entry of one
/// level stand those behind it of a lower one.
struct PdfOutlineEntry {
    int level = 1;
    std::string title;
    PdfPlace place;
};

/// Returns the number of the outline's root; 0 without entries. `pages` are the numbers of their
/// objects.
int write_outline(PdfWriter& writer, const std::vector<PdfOutlineEntry>& entries,
                  const std::vector<int>& pages, const scene::Scene& scene);

}  // namespace broadside::emit
