#include "broadside/layout/layout.hpp"

#include <algorithm>

#include "broadside/layout/fit.hpp"
#include "broadside/layout/mirror.hpp"
#include "broadside/layout/natural_setting.hpp"
#include "broadside/layout/smallest_type.hpp"

namespace broadside::layout {

Result<placed::Document> layout(const doc::Document& document, text::Shaper& shaper) {
    Typesetter typesetter(document, shaper);
    Fitted fitted;
    if (document.fit && !document.page.auto_height) {
        fitted = fit(document, typesetter);
    } else {
        fitted.setting = natural_setting(document, typesetter);
    }
    placed::Document placed;
    if (fitted.fits) {
        typesetter.use(fitted.setting);
        placed.pages = flow(document, typesetter, fitted.spread, FlowMode::Place).pages;
    }
    std::vector<Diagnostic> diagnostics = typesetter.take_diagnostics();
    if (has_errors(diagnostics)) return diagnostics;
    placed.metadata = document.metadata;
    placed.direction = document.direction;
    if (document.direction == Direction::RightToLeft) {
        std::for_each(placed.pages.begin(), placed.pages.end(), mirror);
    }
    placed.decisions = {fitted.setting.type_scale, fitted.setting.padding_scale,
                        fitted.setting.hyphenation == text::Hyphenation::On,
                        smallest_type(placed.pages)};
    return Result<placed::Document>(std::move(placed), std::move(diagnostics));
}

}  // namespace broadside::layout
