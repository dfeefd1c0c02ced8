#include "broadside/layout/page_notes.hpp"

#include <algorithm>
#include <utility>
#include <variant>

#include "broadside/doc/parts.hpp"
#include "broadside/layout/arrange.hpp"

namespace broadside::layout {

PageNotes::PageNotes(const doc::Box* block, Pt width, Pt gap, Typesetter& typesetter)
    : block_(block), width_(width), gap_(gap), typesetter_(typesetter) {
    if (!block_) return;
    const auto& notes = std::get<doc::BalancedColumns>(block_->content).boxes;
    for (std::size_t i = 0; i < notes.size(); ++i) {
        places_.emplace(notes[i].meaning.note, i);
        // Without a mark it is called by no cell: it is on all of the document.
        if (!std::holds_alternative<doc::Labelled>(notes[i].content)) on_page_.insert(i);
    }
}

Pt PageNotes::height_with(const std::vector<PartCell>& cells) const {
    Notes notes = called_by(cells);
    notes.insert(on_page_.begin(), on_page_.end());
    return height_of(notes);
}

void PageNotes::add(const std::vector<PartCell>& cells) { on_page_.merge(called_by(cells)); }

std::vector<std::size_t> PageNotes::take() {
    const Notes notes = std::exchange(on_page_, {});
    return {notes.begin(), notes.end()};
}

PageNotes::Notes PageNotes::called_by(const std::vector<PartCell>& cells) const {
    Notes notes;
    const auto add = [&](const std::vector<doc::Span>& spans) {
        for (const doc::Span& span : spans) {
            const auto place = places_.find(span.note);
            if (!span.note.empty() && place != places_.end()) notes.insert(place->second);
        }
    };
    if (!block_) return notes;
    for (const PartCell& cell : cells) {
        for (const doc::Content& content : cell.cell->content) add(doc::spans_of(content));
    }
    return notes;
}

/// The pages of a table ask for the same notes again and again.
Pt PageNotes::height_of(const Notes& notes) const {
    if (notes.empty()) return Pt(0);
    const auto [known, is_new] = heights_.try_emplace(notes);
    if (!is_new) return known->second;
    const std::vector<std::size_t> list(notes.begin(), notes.end());
    const Peers& peers = typesetter_.peers();
    const std::size_t index = static_cast<std::size_t>(block_ - peers.first().blocks.data());
    for (const doc::Document* document : peers.documents()) {
        const Pt height =
            arrange_notes(document->blocks[index], {Pt(0), Pt(0), width_}, list, typesetter_)
                .height;
        known->second = std::max(known->second, height + gap_);
    }
    return known->second;
}

}  // namespace broadside::layout
