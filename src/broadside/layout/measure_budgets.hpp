#pragma once

#include <cstddef>
#include <vector>

#include "broadside/base/result.hpp"
#include "broadside/doc/document.hpp"
#include "broadside/layout/text_room.hpp"
#include "broadside/text/shaper.hpp"

namespace broadside::layout {

/// How long a text is and may be. `available`: the lines of its place end to end; `used`: how far
/// along them it runs, with what it leaves empty at line ends. More is used than is available if
/// and only if the text needs more lines than its place has, or has a word wider than they are.
struct TextBudget {
    SourcePlace origin;  // of the text
    Pt available;
    Pt used;
    std::size_t characters_available = 0;
    std::size_t characters_used = 0;
};

/// Of a paragraph in a room, which may be that of a peer: one budget for each text that the
/// paragraph joins. Texts that share a paragraph share what it leaves.
std::vector<TextBudget> text_budgets(const doc::Paragraph& paragraph, const TextRoom& room,
                                     Typesetter& typesetter);

struct DocumentBudgets {
    std::vector<TextBudget> texts;  // in reading order of the first document
    Diagnostics missing_glyphs;     // why there are none
};

/// Which places texts are held against: those of the grid that all documents share, or those of the
/// first document by itself.
enum class ReferenceGrid { Shared, First };

/// The budgets of every document's texts, in the order of the documents; they are the same dataset
/// in the same layout. A document that lacks glyphs is left out of the grid and has no budgets.
/// Fails when the first document lacks some, or when the reference cannot be laid out.
Result<std::vector<DocumentBudgets>> measure_budgets(
    const std::vector<const doc::Document*>& documents, ReferenceGrid reference,
    text::Shaper& shaper);

}  // namespace broadside::layout
