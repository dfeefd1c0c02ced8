#include "broadside/layout/layout.hpp"

#include <algorithm>
#include <utility>

#include "broadside/layout/mirror.hpp"
#include "broadside/layout/missing_glyphs.hpp"
#include "broadside/layout/place_pages.hpp"
#include "broadside/layout/small_codes.hpp"
#include "broadside/layout/smallest_type.hpp"
#include "broadside/layout/solve_grid.hpp"
#include "broadside/layout/unfilled_page.hpp"

namespace broadside::layout {

namespace {

using Documents = std::vector<const doc::Document*>;
using Laid = Result<placed::Document>;

placed::Document place(const doc::Document& document, const SharedGrid& grid,
                       Typesetter& typesetter) {
    const Fitted& fitted = grid.fitted;
    placed::Document placed;
    placed.pages = place_pages(document, grid.flowed, typesetter);
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
std::vector<Diagnostic> part_for(const doc::Document& document, std::vector<Diagnostic> found) {
    const auto is_foreign = [&](const Diagnostic& diagnostic) {
        return diagnostic.severity == Severity::Warning &&
               diagnostic.language != document.metadata.language;
    };
    found.erase(std::remove_if(found.begin(), found.end(), is_foreign), found.end());
    return found;
}

std::vector<Laid> in_one_grid(Typesetter typesetter) {
    const Documents& documents = typesetter.peers().documents();
    const SharedGrid grid = solve_grid(typesetter);
    std::vector<placed::Document> placed;
    if (grid.fitted.fits) {
        for (const doc::Document* document : documents)
            placed.push_back(place(*document, grid, typesetter));
    }
    const std::vector<Diagnostic> found = typesetter.take_diagnostics();
    std::vector<Laid> results;
    for (std::size_t i = 0; i < documents.size(); ++i) {
        if (has_errors(found)) {
            results.emplace_back(found);
            continue;
        }
        std::vector<Diagnostic> warnings = part_for(*documents[i], found);
        for (Diagnostic& warning : small_codes(*documents[i], grid.fitted.setting))
            warnings.push_back(std::move(warning));
        if (std::optional<Diagnostic> unfilled = unfilled_page(*documents[i], grid))
            warnings.push_back(*std::move(unfilled));
        results.emplace_back(std::move(placed[i]), std::move(warnings));
    }
    return results;
}

}  // namespace

std::vector<Laid> layout_together(const Documents& documents, text::Shaper& shaper) {
    Typesetter typesetter(documents, shaper);
    std::vector<std::vector<Diagnostic>> missing(documents.size());
    Documents complete;
    for (std::size_t i = 0; i < documents.size(); ++i) {
        if (documents.size() > 1) missing[i] = missing_glyphs(*documents[i], typesetter);
        if (missing[i].empty()) complete.push_back(documents[i]);
    }
    std::vector<Laid> laid;
    if (!complete.empty()) laid = in_one_grid(typesetter.only(complete));
    std::vector<Laid> results;
    std::size_t next = 0;
    for (std::vector<Diagnostic>& found : missing)
        results.push_back(found.empty() ? std::move(laid[next++]) : Laid(std::move(found)));
    return results;
}

Laid layout(const doc::Document& document, text::Shaper& shaper) {
    return std::move(layout_together({&document}, shaper).front());
}

}  // namespace broadside::layout
