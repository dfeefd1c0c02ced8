#include "broadside/emit/html/heads.hpp"

#include <algorithm>

#include "broadside/base/phrases.hpp"

namespace broadside::emit {

std::vector<doc::Span>::const_iterator first_mark(const doc::Paragraph& title) {
    return std::find_if(title.spans.begin(), title.spans.end(),
                        [](const doc::Span& span) { return span.hangs; });
}

std::vector<doc::Span> title_spans(const doc::Paragraph& title) {
    std::vector<doc::Span> spans(title.spans.begin(), first_mark(title));
    for (doc::Span& span : spans) span.url = {};
    return spans;
}

std::string plain_text(const doc::Paragraph& title) {
    std::string text;
    for (const doc::Span& span : title_spans(title)) text += span.text;
    return one_line(std::move(text));
}

}  // namespace broadside::emit
