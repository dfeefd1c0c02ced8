#include "broadside/resolve/fit.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "broadside/doc/parts.hpp"
#include "broadside/resolve/styles.hpp"

namespace broadside::resolve {

namespace {

/// Marks and page numbers may be smaller than what is to be read: 5 pt, or less beside type that is
/// so small itself that its marks are.
Pt smallest_aside(Pt smallest_text) {
    constexpr double kOfText = 0.7;
    return std::min(Pt(5), kOfText * smallest_text);
}

constexpr Pt kNoText{std::numeric_limits<double>::infinity()};

/// The smallest sizes of a page: of what is to be read, and of what only accompanies it.
struct SmallestType {
    Pt text = kNoText;
    Pt aside = kNoText;
};

class TypeSurvey {
public:
    SmallestType smallest;

    void operator()(const doc::Paragraph& paragraph) {
        for (const doc::Span& span : paragraph.spans) {
            if (span.symbol) continue;
            // Only note marks hang.
            if (span.hangs || paragraph.is_aside)
                glance(span.style);
            else
                smallest.text = std::min(smallest.text, span.style.size);
        }
    }
    void operator()(const doc::SymbolLine& line) {
        for (const doc::Span& mark : line.marks) glance(mark.style);
    }

    void glance(const TextStyle& style) { smallest.aside = std::min(smallest.aside, style.size); }
};

/// Type that fills a page with little on it, and still is text and no poster: 20 pt on A4.
Pt largest_type(const model::Page& page) {
    constexpr double kPerSide = 35;
    const double side =
        page.auto_height ? 0 : std::sqrt(page.size.width.value * page.size.height.value);
    return std::max(Pt(9), Pt(side / kPerSide));
}

}  // namespace

std::optional<doc::Fit> build_fit(const model::Layout& layout,
                                  const std::vector<doc::Box>& blocks) {
    if (!layout.fit) return std::nullopt;
    TypeSurvey survey;
    doc::for_each_part(blocks, survey);
    if (layout.fit->pages != 1) survey.glance(style_of(layout, model::StyleRole::PageNumber));
    doc::Fit fit;
    fit.pages = layout.fit->pages;
    // Absent kinds of text are infinitely large and bound nothing; without any text nothing is
    // scaled.
    const double floor = std::max(layout.fit->min_font / survey.smallest.text,
                                  smallest_aside(layout.fit->min_font) / survey.smallest.aside);
    fit.min_scale = floor > 0 ? floor : 1.0;
    const Pt largest = layout.fit->max_font.value_or(largest_type(layout.page));
    fit.max_scale =
        std::max({1.0, fit.min_scale, largest / style_of(layout, model::StyleRole::Cell).size});
    fit.order = layout.fit->order;
    fit.row_space = layout.fit->row_space;
    fit.origin = layout.fit->place;
    return fit;
}

}  // namespace broadside::resolve
