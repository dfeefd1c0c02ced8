#include "broadside/layout/missing_glyphs.hpp"

namespace broadside::layout {

std::vector<Diagnostic> missing_glyphs(const doc::Document& document, Typesetter& typesetter) {
    for (const TextPart& part : text_parts(document.blocks)) {
        if (const auto* paragraph = std::get_if<const doc::Paragraph*>(&part))
            typesetter.measured(**paragraph);
        if (const auto* line = std::get_if<const doc::SymbolLine*>(&part))
            typesetter.measured(**line);
    }
    return typesetter.take_diagnostics();
}

}  // namespace broadside::layout
