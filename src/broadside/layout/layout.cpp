#include "broadside/layout/layout.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <optional>
#include <utility>

#include <fmt/format.h>

#include "broadside/layout/cramped_columns.hpp"
#include "broadside/layout/finished_pages.hpp"
#include "broadside/layout/known_grid.hpp"
#include "broadside/layout/missing_glyphs.hpp"
#include "broadside/layout/place_pages.hpp"
#include "broadside/layout/solve_grid.hpp"
#include "broadside/layout/table_misfit.hpp"

namespace broadside::layout {

namespace {

/// Warns of a document whose `fit` left more than a tenth of its pages empty, and was not told to.
std::optional<Diagnostic> unfilled_page(const doc::Document& document, const SharedGrid& grid) {
    constexpr double kLeastFilled = 0.9;
    if (!document.fit || document.fit->pages == 0 || document.page.auto_height ||
        document.fit->row_space)
        return std::nullopt;
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
               {is_largest
                    ? std::string("choose a smaller page, raise \"max_font\", or leave \"fit\" out")
                    : fmt::format("choose a wider or lower page{}, shorten the longest "
                                  "words, or leave \"fit\" out",
                                  document.page.is_portrait() ? ", such as landscape" : "")})
        .at(document.fit->origin);
}

/// Warns of a document without a `fit` that is set in smaller type than its styles say.
std::optional<Diagnostic> smaller_type(const doc::Document& document, const SharedGrid& grid) {
    const double scale = grid.fitted.setting.type_scale;
    if (document.fit || scale >= 1) return std::nullopt;
    return warning(
        "smaller-type",
        fmt::format("in its own type the page is too narrow: all type is set at {:.0f} %",
                    100 * scale),
        {describe_remedy(document.page)});
}

using Documents = std::vector<const doc::Document*>;
using Laid = Result<placed::Document>;

placed::Document place(const doc::Document& document, const SharedGrid& grid,
                       Typesetter& typesetter) {
    const Fitted& fitted = grid.fitted;
    placed::Document placed;
    placed.pages = place_pages(document, grid.flowed, typesetter);
    set_spanner_rules(placed.pages);
    placed.metadata = document.metadata;
    placed.direction = document.direction;
    if (document.direction == Direction::RightToLeft)
        std::for_each(placed.pages.begin(), placed.pages.end(), mirror);
    placed.decisions = {
        fitted.setting.type_scale, fitted.setting.padding_scale,
        fitted.setting.hyphenation == text::Hyphenation::On || fitted.setting.hyphenated_heads,
        smallest_type(placed.pages), fitted.limited_by ? fitted.limited_by->metadata.language : ""};
    return placed;
}

/// What concerns the document: not the words that are broken in another language.
Diagnostics part_for(const doc::Document& document, Diagnostics found) {
    const auto is_foreign = [&](const Diagnostic& diagnostic) {
        return diagnostic.severity == Severity::Warning &&
               diagnostic.language != document.metadata.language;
    };
    std::erase_if(found, is_foreign);
    return found;
}

/// Legends that were to stand on each page, and would leave too little of it.
std::optional<Diagnostic> tall_legends(const Flowed& flowed) {
    if (flowed.tall_legends <= Pt(0) || flowed.pages.size() == 1) return std::nullopt;
    return warning("tall-legend",
                   fmt::format("the legend is {:.0f} mm high, more than a third of a page: it "
                               "stands once",
                               flowed.tall_legends / millimetres(1)),
                   {"explain fewer of the dataset's \"values\", or leave out \"place\": \"page\""});
}

/// What follows from the grid that the document stands in.
Diagnostics told_of(const doc::Document& document, const placed::Document& placed,
                    const SharedGrid& grid) {
    Diagnostics warnings = small_codes(document, grid.fitted.setting);
    append(warnings, cramped_columns(document, placed.pages));
    if (std::optional<Diagnostic> unfilled = unfilled_page(document, grid))
        warnings.push_back(*std::move(unfilled));
    if (std::optional<Diagnostic> tall = tall_legends(grid.flowed))
        warnings.push_back(*std::move(tall));
    if (std::optional<Diagnostic> smaller = smaller_type(document, grid))
        warnings.push_back(*std::move(smaller));
    return warnings;
}

std::vector<Laid> in_grid(const SharedGrid& grid, Typesetter& typesetter) {
    const Documents& documents = typesetter.peers().documents();
    std::vector<placed::Document> placed;
    if (grid.fitted.fits) {
        for (const doc::Document* document : documents)
            placed.push_back(place(*document, grid, typesetter));
    }
    const Diagnostics found = typesetter.take_diagnostics();
    std::vector<Laid> results;
    for (std::size_t i = 0; i < documents.size(); ++i) {
        if (has_errors(found)) {
            results.emplace_back(found);
            continue;
        }
        Diagnostics warnings = part_for(*documents[i], found);
        append(warnings, told_of(*documents[i], placed[i], grid));
        results.emplace_back(std::move(placed[i]), std::move(warnings));
    }
    return results;
}

}  // namespace

std::vector<Laid> layout_together(const Documents& documents, text::Shaper& shaper) {
    Typesetter typesetter(documents, shaper);
    std::vector<Diagnostics> missing(documents.size());
    Documents complete;
    for (std::size_t i = 0; i < documents.size(); ++i) {
        if (documents.size() > 1) missing[i] = missing_glyphs(*documents[i], typesetter);
        if (missing[i].empty()) complete.push_back(documents[i]);
    }
    std::vector<Laid> laid;
    if (!complete.empty()) {
        Typesetter together = typesetter.only(complete);
        const SharedGrid grid = solve_grid(together);
        laid = in_grid(grid, together);
    }
    std::vector<Laid> results;
    std::size_t next = 0;
    for (Diagnostics& found : missing)
        results.push_back(found.empty() ? std::move(laid[next++]) : Laid(std::move(found)));
    return results;
}

Laid layout(const doc::Document& document, text::Shaper& shaper) {
    return std::move(layout_together({&document}, shaper).front());
}

Laid layout_like_others(const std::shared_ptr<const doc::Document>& document, text::Shaper& shaper,
                        KnownGrids& known) {
    constexpr std::size_t kFew = 4;  // as for names that take one line, and for some that take more
    Typesetter alike(*document, shaper);
    for (auto it = known.begin(); it != known.end(); ++it) {
        if (!(*it)->holds_for(alike, shaper)) continue;
        std::rotate(known.begin(), it, std::next(it));
        const SharedGrid& grid = known.front()->grid();
        alike.use(grid.fitted.setting);
        placed::Document placed = place(*document, grid, alike);
        if (alike.has_diagnostics()) break;  // a search tells them, and others
        Diagnostics warnings = told_of(*document, placed, grid);
        return {std::move(placed), std::move(warnings)};
    }
    Typesetter typesetter(*document, shaper);
    SharedGrid grid = solve_grid(typesetter);
    const bool can_be_known = !typesetter.has_diagnostics() && KnownGrid::can_hold(grid);
    Laid laid = std::move(in_grid(grid, typesetter).front());
    if (!can_be_known) return laid;
    if (known.size() == kFew) known.pop_back();
    known.insert(known.begin(),
                 std::make_shared<KnownGrid>(document, std::move(grid), typesetter.tried()));
    return laid;
}

}  // namespace broadside::layout
