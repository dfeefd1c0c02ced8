#pragma once

#include <string>
#include <vector>

#include "broadside/doc/document.hpp"

/// The heads of tables in HTML.
namespace broadside::emit {

std::vector<doc::Span>::const_iterator first_mark(const doc::Paragraph& title);

/// Without marks and addresses: one link leads from a title and its short form.
std::vector<doc::Span> title_spans(const doc::Paragraph& title);

/// In one line.
std::string plain_text(const doc::Paragraph& title);

}  // namespace broadside::emit
