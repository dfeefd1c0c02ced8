#include "broadside/layout/place_pages.hpp"

#include <iterator>
#include <utility>

#include "broadside/layout/arrange.hpp"
#include "broadside/layout/page_number.hpp"

namespace broadside::layout {

namespace {

std::vector<placed::Item> place_item(const doc::Document& document, const FlowItem& item,
                                     Typesetter& typesetter, std::vector<TextRoom>* rooms) {
    const doc::Box& box = document.blocks[item.block];
    if (!item.part) return arrange(box, item.frame, typesetter, rooms).items;
    const auto& table = std::get<doc::Table>(box.content);
    if (rooms) add_cell_rooms(table, *item.part, typesetter, *rooms);
    placed::Table placed = place_part(table, *item.part, {item.frame.x, item.frame.y}, typesetter);
    placed.continues_previous = item.continues_previous;
    placed.continues_next = item.continues_next;
    std::vector<placed::Item> items;
    items.push_back({std::move(placed)});
    return items;
}

}  // namespace

std::vector<placed::Page> place_pages(const doc::Document& document, const Flowed& flowed,
                                      Typesetter& typesetter) {
    std::vector<placed::Page> pages;
    for (const FlowPage& flow_page : flowed.pages) {
        placed::Page& page = pages.emplace_back();
        page.size = flow_page.size;
        page.paper = document.page.paper;
        for (const FlowItem& item : flow_page.items) {
            std::vector<placed::Item> placed = place_item(document, item, typesetter, nullptr);
            std::move(placed.begin(), placed.end(), std::back_inserter(page.items));
        }
        if (!flowed.number_top) continue;
        const PageOf number{pages.size(), flowed.pages.size()};
        page.items.push_back({place_page_number(document, number, *flowed.number_top, typesetter)});
    }
    return pages;
}

std::vector<TextRoom> text_rooms(const doc::Document& document, const Flowed& flowed,
                                 Typesetter& typesetter) {
    std::vector<TextRoom> rooms;
    for (const FlowPage& page : flowed.pages) {
        for (const FlowItem& item : page.items) place_item(document, item, typesetter, &rooms);
    }
    return rooms;
}

}  // namespace broadside::layout
