#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "broadside/doc/document.hpp"
#include "broadside/layout/text_room.hpp"

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

}  // namespace broadside::layout
