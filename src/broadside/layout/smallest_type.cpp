#include "broadside/layout/smallest_type.hpp"

#include <algorithm>

#include "broadside/placed/parts.hpp"

namespace broadside::layout {

Pt smallest_type(const std::vector<placed::Page>& pages) {
    Pt smallest;
    const auto look_at = [&smallest](const placed::Text& text) {
        if (text.is_aside) return;
        for (const placed::Line& line : text.lines) {
            for (const placed::Run& run : line.runs) {
                // Marks, and what sets them apart.
                if (!run.note.empty() || !fits(line.baseline, run.origin.y)) continue;
                const Pt size = run.glyphs.size / run.glyphs.font->scale;
                smallest = smallest > Pt(0) ? std::min(smallest, size) : size;
            }
        }
    };
    for (const placed::Page& page : pages) placed::for_each_part(page.items, look_at);
    return smallest;
}

}  // namespace broadside::layout
