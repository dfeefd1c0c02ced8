#include "broadside/resolve/imprint.hpp"

#include "broadside/resolve/paragraphs.hpp"
#include "broadside/resolve/styles.hpp"
#include "broadside/unicode/script.hpp"

namespace broadside::resolve {

doc::ImprintBlock build_imprint(const model::Project& project) {
    const model::Imprint& imprint = project.dataset.imprint;
    const TextStyle& style = style_of(project.layout, model::StyleRole::Imprint);
    const DotStyle look{style, style};
    const Direction direction = unicode::direction_of(project.dataset.language);
    doc::ImprintBlock block;
    block.start =
        dotted_paragraph({&imprint.publisher, &imprint.source, &imprint.licence}, look, direction);
    block.end = dotted_paragraph({&imprint.date, &imprint.remark}, look, direction);
    block.end.alignment = Alignment::End;
    return block;
}

}  // namespace broadside::resolve
