#include "broadside/layout/place_pages.hpp"

#include <iterator>
#include <utility>

#include "broadside/layout/arrange.hpp"
#include "broadside/layout/page_number.hpp"

namespace broadside::layout {

namespace {

/// Sets one document where a flow says.
class Placing {
public:
    Placing(const doc::Document& document, Typesetter& typesetter,
            std::vector<TextRoom>* rooms = nullptr)
        : document_(document), typesetter_(typesetter), rooms_(rooms) {}

    std::vector<placed::Item> place(const FlowItem& item) {
        const doc::Box& box = document_.blocks[item.block];
        if (item.cut) return place_cut(box, item);
        if (!item.notes.empty())
            return arrange_notes(box, item.frame, item.notes, typesetter_, rooms_).items;
        if (!item.part) return arrange(box, item.frame, typesetter_, rooms_).items;
        const auto& table = std::get<doc::Table>(box.content);
        if (rooms_) add_cell_rooms(table, *item.part, typesetter_, *rooms_);
        placed::Table placed =
            place_part(table, *item.part, {item.frame.x, item.frame.y}, typesetter_);
        placed.continues_previous = item.continues_previous;
        placed.continues_next = item.continues_next;
        std::vector<placed::Item> items;
        items.push_back({std::move(placed)});
        return items;
    }

private:
    /// A block that pages break is set once.
    std::vector<placed::Item> place_cut(const doc::Box& box, const FlowItem& item) {
        if (whole_of_ != &box) {
            whole_ =
                arrange_in_one_column(box, {Pt(0), Pt(0), item.cut->width}, typesetter_, rooms_)
                    .items;
            whole_of_ = &box;
        }
        std::vector<placed::Item> items;
        for (const BlockPart::Column& column : item.cut->columns) {
            std::vector<placed::Item> cut = cut_out(whole_, column.strip, item.frame.x + column.x,
                                                    item.frame.y - column.strip.top);
            std::move(cut.begin(), cut.end(), std::back_inserter(items));
        }
        return items;
    }

    const doc::Document& document_;
    Typesetter& typesetter_;
    std::vector<TextRoom>* rooms_;
    std::vector<placed::Item> whole_;
    const doc::Box* whole_of_ = nullptr;
};

/// What an earlier page has shown, too.
void mark_repeated(std::vector<placed::Item>& items) {
    for (placed::Item& item : items) {
        if (auto* text = std::get_if<placed::Text>(&item.kind))
            text->meaning.edit().shown = Shown::Repeated;
        if (auto* group = std::get_if<placed::Group>(&item.kind))
            group->meaning.shown = Shown::Repeated;
    }
}

}  // namespace

std::vector<placed::Page> place_pages(const doc::Document& document, const Flowed& flowed,
                                      Typesetter& typesetter) {
    std::vector<placed::Page> pages;
    Placing placing(document, typesetter);
    for (const FlowPage& flow_page : flowed.pages) {
        placed::Page& page = pages.emplace_back();
        page.size = flow_page.size;
        page.paper = document.page.paper;
        for (const FlowItem& item : flow_page.items) {
            std::vector<placed::Item> placed = placing.place(item);
            if (item.is_repeated) mark_repeated(placed);
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
    Placing placing(document, typesetter, &rooms);
    for (const FlowPage& page : flowed.pages) {
        for (const FlowItem& item : page.items) placing.place(item);
    }
    return rooms;
}

}  // namespace broadside::layout
