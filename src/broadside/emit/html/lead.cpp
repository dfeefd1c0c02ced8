#include "broadside/emit/html/lead.hpp"

#include "broadside/doc/parts.hpp"
#include "broadside/unicode/characters.hpp"

namespace broadside::emit {

Pt lead_of(const doc::Paragraph& text) {
    constexpr double kSpace = 0.26;  // in most faces, of the size of their type
    const std::vector<doc::Span>& spans = text.spans;
    const bool leads = spans.size() > 2 && spans[0].symbol && !spans[0].symbol->code_of &&
                       !spans[2].symbol &&
                       (spans[1].text == " " || spans[1].text == unicode::kNoBreakSpace);
    if (!leads || doc::has_figure(text)) return Pt(0);
    return spans[0].symbol->width() + kSpace * spans[1].style.size;
}

}  // namespace broadside::emit
