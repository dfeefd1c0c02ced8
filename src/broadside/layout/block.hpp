#pragma once

#include <vector>

#include "broadside/layout/typesetter.hpp"

namespace broadside::layout {

/// The least gap between groups of a legend that stand beside each other.
inline constexpr Pt kLegendGroupGap{18};

/// The least gap between the start and the end of an imprint on one line.
inline constexpr Pt kImprintGap{12};

/// The room that a block is given: as wide as this, as high as it needs.
struct Frame {
    Pt x, y, width;
};

/// A block set at its place. A row of blocks becomes several.
struct PlacedBlock {
    std::vector<placed::Block> blocks;
    Pt height;
};

PlacedBlock place_header(const doc::HeaderBlock& header, const Frame& frame,
                         Typesetter& typesetter);
PlacedBlock place_legend(const doc::LegendBlock& legend, const Frame& frame,
                         Typesetter& typesetter);
PlacedBlock place_notes(const doc::NotesBlock& notes, const Frame& frame, Typesetter& typesetter);
PlacedBlock place_links(const doc::LinksBlock& links, const Frame& frame, Typesetter& typesetter);
PlacedBlock place_imprint(const doc::ImprintBlock& imprint, const Frame& frame,
                          Typesetter& typesetter);
PlacedBlock place_text(const doc::TextBlock& text, const Frame& frame, Typesetter& typesetter);
PlacedBlock place_row(const doc::RowBlock& row, const Frame& frame, Typesetter& typesetter);

/// A table that is not broken over pages.
PlacedBlock place_whole_table(const doc::TableBlock& table, const Frame& frame,
                              Typesetter& typesetter);

/// How narrow a block can be made, and how wide it would be at most: for blocks side by side.
struct BlockWidths {
    Pt min_content, max_content;
    Pt least;  // with long words broken, where the setting allows it
};

BlockWidths links_widths(const doc::LinksBlock& links, Typesetter& typesetter);
BlockWidths notes_widths(const doc::NotesBlock& notes, Typesetter& typesetter);

/// Of blocks other than links, notes and texts: from nothing to `available`.
BlockWidths block_widths(const doc::Block& block, Pt available, Typesetter& typesetter);

/// Any block, unbroken.
PlacedBlock place_block(const doc::Block& block, const Frame& frame, Typesetter& typesetter);

}  // namespace broadside::layout
