#include "broadside/resolve/languages.hpp"

#include <algorithm>

#include "broadside/doc/parts.hpp"

namespace broadside::resolve {

void mark_languages(doc::Document& document, const model::Dataset& dataset) {
    const std::vector<SourcePlace>& untranslated = dataset.untranslated;
    if (untranslated.empty()) return;
    doc::for_each_part(document.blocks, [&](doc::Paragraph& paragraph) {
        for (doc::Span& span : paragraph.spans) {
            const SourcePlace& place = span.origin ? span.origin : paragraph.origin;
            const bool is_foreign =
                span.note.empty() &&
                std::binary_search(untranslated.begin(), untranslated.end(), place);
            if (is_foreign) span.language = dataset.source_language;
        }
    });
}

}  // namespace broadside::resolve
