#include "broadside/layout/known_grid.hpp"

#include <algorithm>
#include <span>
#include <utility>

#include "broadside/base/contains.hpp"
#include "broadside/doc/parts.hpp"
#include "broadside/layout/arrange.hpp"
#include "broadside/layout/page_number.hpp"

namespace broadside::layout {

namespace {

bool has_tables(std::span<const doc::Box> boxes) {
    bool has_any = false;
    doc::for_each_part(boxes, [&](const doc::Table&) { has_any = true; });
    return has_any;
}

/// Whether one may stand for the other where it takes as much room.
bool are_interchangeable(const doc::Box& a, const doc::Box& b) {
    if (!a.flows_as(b) || a.is_by_page) return false;
    const std::span<const doc::Box> one(&a, 1), other(&b, 1);
    return !has_tables(one) && !has_tables(other) &&
           doc::has_symbols_before_words(one) == doc::has_symbols_before_words(other);
}

}  // namespace

KnownGrid::KnownGrid(std::shared_ptr<const doc::Document> document, SharedGrid grid,
                     const std::vector<Setting>& tried)
    : document_(std::move(document)), grid_(std::move(grid)) {
    for (const Setting& setting : tried) {
        if (!contains(tried_, setting)) tried_.push_back(setting);
    }
}

bool KnownGrid::can_hold(const SharedGrid& grid) {
    if (!grid.fitted.fits || grid.fitted.limited_by != nullptr) return false;
    for (const FlowPage& page : grid.flowed.pages) {
        for (const FlowItem& item : page.items) {
            if (item.part && !item.part->cut.empty()) return false;
        }
    }
    return true;
}

bool KnownGrid::holds_for(Typesetter& typesetter, text::Shaper& shaper) {
    const doc::Document& other = typesetter.peers().first();
    if (other.metadata.language != document_->metadata.language ||
        other.direction != document_->direction || other.page != document_->page ||
        other.fit != document_->fit || other.blocks.size() != document_->blocks.size())
        return false;
    for (std::size_t i = 0; i < other.blocks.size(); ++i) {
        if (other.blocks[i] == document_->blocks[i]) continue;
        if (!are_interchangeable(other.blocks[i], document_->blocks[i]) ||
            !takes_same_room(i, typesetter, shaper))
            return false;
    }
    return true;
}

bool KnownGrid::takes_same_room(std::size_t block, Typesetter& typesetter, text::Shaper& shaper) {
    const auto [own, is_new] = own_.try_emplace(block);
    if (is_new) {
        Typesetter known(*document_, shaper);
        for (const Setting& setting : tried_) own->second.push_back(room_of(block, setting, known));
    }
    for (std::size_t i = 0; i < tried_.size(); ++i) {
        if (room_of(block, tried_[i], typesetter) != own->second[i]) return false;
    }
    return true;
}

KnownGrid::Room KnownGrid::room_of(std::size_t block, const Setting& setting,
                                   Typesetter& typesetter) {
    typesetter.use(setting);
    typesetter.clear_overflows();
    const doc::Document& document = typesetter.peers().first();
    const doc::Box& box = document.blocks[block];
    const Frame frame{Pt(0), Pt(0), document.page.measure() * setting.measure};
    const Arranged arranged = arrange(box, frame, typesetter);
    const std::size_t overflows = typesetter.overflow_count();
    const std::size_t broken_words = typesetter.broken_word_count();
    typesetter.clear_overflows();
    Room room{arranged.items.empty(),
              arranged.height,
              overflows,
              broken_words,
              BlockParts(block, frame.width, typesetter),
              typesetter.overflow_count(),
              box.at_foot && leaves_room_for_number(box, frame.width, typesetter)};
    typesetter.clear_overflows();
    return room;
}

}  // namespace broadside::layout
