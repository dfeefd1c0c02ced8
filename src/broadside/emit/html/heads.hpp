#pragma once

#include <string>
#include <vector>

#include "broadside/doc/document.hpp"

/// The heads of tables in HTML, where nobody measures text: widths are estimates.
namespace broadside::emit {

std::vector<doc::Span>::const_iterator first_mark(const doc::Paragraph& title);

/// Without marks and addresses: one link leads from a title and its short form.
std::vector<doc::Span> title_spans(const doc::Paragraph& title);

/// In one line.
std::string plain_text(const doc::Paragraph& title);

/// About how wide the table is with all heads in full, in multiples of `main`.
double upright_width(const doc::Table& table, Pt main);

/// About how far heads lean over the end of the table, in multiples of `main`.
double room_for_slant(const doc::Table& table, Pt main);

}  // namespace broadside::emit
