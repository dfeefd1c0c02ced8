#pragma once

#include <string>
#include <vector>

#include "broadside/doc/document.hpp"
#include "broadside/model/layout.hpp"

namespace broadside::resolve {

/// The paragraphs of a layout's own text, where a blank line separates them.
std::vector<model::Text> split_paragraphs(const model::Text& text);

doc::Span styled_span(std::string text, const TextStyle& style);

/// A symbol or a picture in a line of text of that style.
doc::Span symbol_span(Sparse<doc::Symbol> symbol, const TextStyle& style);

/// Before a text of another place joins a paragraph: each span says where it is from.
void tell_origins(doc::Paragraph& paragraph);

/// One span, markers and all as written. Empty text makes an empty paragraph.
doc::Paragraph literal_paragraph(const model::Text& text, const TextStyle& style);

/// Makes all of a paragraph the text of a link but what is one already; nothing without an address.
void lead_to(doc::Paragraph& paragraph, const model::Text& url, const model::Layout& layout);

/// `**strong**`, `*emphasis*`, `_small_` and links become spans. Empty text makes an empty
/// paragraph.
doc::Paragraph rich_paragraph(const model::Text& text, const model::Layout& layout,
                              model::StyleRole role);

/// How texts and the dots between them look.
struct DotStyle {
    TextStyle text;
    TextStyle dot;
};

/// Texts in one paragraph with a middle dot between them; empty ones are left out. A line may end
/// after the dot but not begin with it. The texts follow each other in the document's direction,
/// whatever their own.
doc::Paragraph dotted_paragraph(const std::vector<const model::Text*>& texts, const DotStyle& style,
                                Direction document);

}  // namespace broadside::resolve
