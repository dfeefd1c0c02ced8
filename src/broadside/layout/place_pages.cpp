#include "broadside/layout/place_pages.hpp"

#include <utility>

#include "broadside/layout/page_number.hpp"

namespace broadside::layout {

namespace {

void place_item(const doc::Document& document, const FlowItem& item, Typesetter& typesetter,
                placed::Page& page) {
    const doc::Block& block = document.blocks[item.block];
    if (!item.part) {
        PlacedBlock placed = place_block(block, item.frame, typesetter);
        for (placed::Block& part : placed.blocks) page.blocks.push_back(std::move(part));
        return;
    }
    placed::Table placed = place_part(std::get<doc::TableBlock>(block.kind), *item.part,
                                      {item.frame.x, item.frame.y}, typesetter);
    placed.continues_previous = item.continues_previous;
    placed.continues_next = item.continues_next;
    page.blocks.push_back(std::move(placed));
}

}  // namespace

std::vector<placed::Page> place_pages(const doc::Document& document, const Flowed& flowed,
                                      Typesetter& typesetter) {
    std::vector<placed::Page> pages;
    for (const FlowPage& flow_page : flowed.pages) {
        placed::Page& page = pages.emplace_back();
        page.size = flow_page.size;
        page.paper = document.page.paper;
        for (const FlowItem& item : flow_page.items) place_item(document, item, typesetter, page);
        if (!flowed.number_top) continue;
        const PageOf number{pages.size(), flowed.pages.size()};
        page.blocks.push_back(place_page_number(document, number, *flowed.number_top, typesetter));
    }
    return pages;
}

}  // namespace broadside::layout
