#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "broadside/layout/block_parts.hpp"
#include "broadside/layout/galley.hpp"
#include "broadside/layout/table.hpp"
#include "broadside/layout/typesetter.hpp"

namespace broadside::layout {

/// Spare height given away: to every body row and to every gap between blocks.
struct Spread {
    Pt per_row;
    Pt per_gap;
};

/// Where a block of the document stands, or one part of a table.
struct FlowItem {
    std::size_t block = 0;  // index in the document
    Frame frame;
    std::optional<SolvedPart> part;  // of a table that may be broken over pages
    bool continues_previous = false;
    bool continues_next = false;
    std::optional<BlockPart> cut = {};    // of another block that no page holds
    std::vector<std::size_t> notes = {};  // of a block of notes, those of the page
    bool is_repeated = false;             // an earlier page has it, too
};

struct FlowPage {
    Size size;
    std::vector<FlowItem> items;  // in reading order
    Pt used;                      // height of the items
};

/// Blocks one below the other, over as many pages as they need: where each stands, before anything
/// is set there. Holds for every document of the typesetter.
struct Flowed {
    std::vector<FlowPage> pages;
    std::optional<Pt> number_top;  // of the page numbers, where pages have them
    Pt spare;                      // height left on the last page
    Pt room;                       // height of a page between its margins, without its foot
    std::size_t body_rows = 0;     // of all tables
    std::size_t gaps = 0;          // between blocks of the last page
    double foot_gap = 0;           // above its foot, as a part of one of those
    Pt tall_legends;               // too high to stand on each page, as they were to; 0: none
};

/// Whether sections that are no higher than a quarter of a page stand on one page.
enum class ShortSections { Broken, Whole };

/// Overflows are reported to the typesetter.
Flowed flow(Typesetter& typesetter, const Spread& spread,
            ShortSections sections = ShortSections::Broken);

/// The same at a setting, with nothing spread; what is reported is of it alone.
inline Flowed flow_at(const Setting& setting, Typesetter& typesetter) {
    typesetter.use(setting);
    typesetter.clear_overflows();
    return flow(typesetter, {});
}

}  // namespace broadside::layout
