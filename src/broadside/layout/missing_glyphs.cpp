#include "broadside/layout/missing_glyphs.hpp"

#include "broadside/doc/parts.hpp"

namespace broadside::layout {

std::vector<Diagnostic> missing_glyphs(const doc::Document& document, Typesetter& typesetter) {
    doc::for_each_part(
        document.blocks,
        doc::Overloaded{[&](const doc::Paragraph& text) { typesetter.measured(text); },
                        [&](const doc::SymbolLine& line) { typesetter.measured(line); }});
    return typesetter.take_diagnostics();
}

}  // namespace broadside::layout
