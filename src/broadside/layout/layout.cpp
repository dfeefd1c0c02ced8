#include "broadside/layout/layout.hpp"

#include <algorithm>
#include <utility>

#include "broadside/layout/fit.hpp"
#include "broadside/layout/mirror.hpp"
#include "broadside/layout/natural_setting.hpp"
#include "broadside/layout/place_pages.hpp"
#include "broadside/layout/smallest_type.hpp"

namespace broadside::layout {

namespace {

using Documents = std::vector<const doc::Document*>;
using Laid = Result<placed::Document>;

placed::Document place(const doc::Document& document, const Fitted& fitted, const Flowed& flowed,
                       Typesetter& typesetter) {
    placed::Document placed;
    placed.pages = place_pages(document, flowed, typesetter);
    placed.metadata = document.metadata;
    placed.direction = document.direction;
    if (document.direction == Direction::RightToLeft)
        std::for_each(placed.pages.begin(), placed.pages.end(), mirror);
    placed.decisions = {fitted.setting.type_scale, fitted.setting.padding_scale,
                        fitted.setting.hyphenation == text::Hyphenation::On,
                        smallest_type(placed.pages),
                        fitted.limited_by ? fitted.limited_by->metadata.language : ""};
    return placed;
}

std::vector<Laid> in_one_grid(Typesetter typesetter) {
    const doc::Document& first = typesetter.peers().first();
    const Documents& documents = typesetter.peers().documents();
    Fitted fitted;
    if (first.fit && !first.page.auto_height) {
        fitted = fit(typesetter);
    } else {
        fitted.setting = natural_setting(typesetter);
    }
    std::vector<placed::Document> placed;
    if (fitted.fits) {
        typesetter.use(fitted.setting);
        const Flowed flowed = flow(typesetter, fitted.spread);
        for (const doc::Document* document : documents)
            placed.push_back(place(*document, fitted, flowed, typesetter));
    }
    const std::vector<Diagnostic> found = typesetter.take_diagnostics();
    std::vector<Laid> results;
    for (std::size_t i = 0; i < documents.size(); ++i)
        results.push_back(has_errors(found) ? Laid(found) : Laid(std::move(placed[i]), found));
    return results;
}

/// What the fonts lack for one document.
std::vector<Diagnostic> missing_glyphs(const doc::Document& document, Typesetter& typesetter) {
    for (const TextPart& part : text_parts(document.blocks)) {
        if (const auto* paragraph = std::get_if<const doc::Paragraph*>(&part))
            typesetter.measured(**paragraph);
        if (const auto* line = std::get_if<const doc::SymbolLine*>(&part))
            typesetter.measured(**line);
    }
    return typesetter.take_diagnostics();
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
