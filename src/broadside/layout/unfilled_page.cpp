#include "broadside/layout/unfilled_page.hpp"

#include <cmath>

#include <fmt/format.h>

namespace broadside::layout {

namespace {

constexpr double kLeastFilled = 0.9;

}  // namespace

std::optional<Diagnostic> unfilled_page(const doc::Document& document, const SharedGrid& grid) {
    if (!document.fit || document.fit->pages == 0 || document.page.auto_height) return std::nullopt;
    const std::size_t pages = grid.flowed.pages.size();
    const double filled = 1 - grid.flowed.spare / (grid.flowed.room * static_cast<double>(pages));
    const bool is_largest = grid.fitted.setting.type_scale >= document.fit->max_scale;
    // On several pages of larger type, rows break where they leave more empty, or make one more.
    if (filled >= kLeastFilled || (pages > 1 && !is_largest)) return std::nullopt;
    const std::string what = pages == 1 ? "the page is" : fmt::format("the {} pages are", pages);
    return warning(
               "not-filled",
               fmt::format("{} only {:.0f} % filled: {}", what, std::floor(100 * filled),
                           is_largest ? "type and rows are as large as `fit` lets them be"
                                      : "larger type would be too wide"),
               {is_largest ? "choose a smaller page, raise \"max_font\", or leave \"fit\" out"
                           : "choose a wider or lower page, such as landscape, shorten the longest "
                             "words, or leave \"fit\" out"})
        .at(document.fit->origin);
}

}  // namespace broadside::layout
