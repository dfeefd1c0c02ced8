#include "broadside/batch/edition_pages.hpp"

#include <algorithm>
#include <utility>

#include "broadside/paint/paint.hpp"

namespace broadside::batch {

namespace {

/// What is told of all cards: the least of each.
void add(Decisions& all, const Decisions& one) {
    all.type_scale = std::min(all.type_scale, one.type_scale);
    all.padding_scale = std::min(all.padding_scale, one.padding_scale);
    all.hyphenated = all.hyphenated || one.hyphenated;
    if (one.smallest_type >= all.smallest_type) return;
    all.smallest_type = one.smallest_type;
    all.limited_by = one.limited_by;
}

}  // namespace

EditionPages::EditionPages(const LayoutSource& layout, bool of_records) : layout_(layout) {
    const auto& per_sheet = layout.input.layout.page.per_sheet;
    if (per_sheet && of_records) sheets_.emplace(*per_sheet);
}

void EditionPages::add(Result<Edition> set) {
    Diagnostics found;
    auto edition = take(std::move(set), found);
    append(edition || !sheets_ ? drawn_.problems : drawn_.left_out, std::move(found));
    if (!edition && sheets_) ++drawn_.cards_left_out;
    if (!edition) return;
    if (sheets_)
        sheets_->add(paint::paint(edition->document));
    else
        drawn_.scene = drawn(edition->document, layout_);
    edition->document.pages.clear();
    if (drawn_.edition)
        batch::add(drawn_.edition->document.decisions, edition->document.decisions);
    else
        drawn_.edition = std::move(edition);
}

DrawnEdition EditionPages::finish() && {
    if (sheets_) {
        drawn_.scene = std::move(*sheets_).finish();
        if (drawn_.edition) drawn_.edition->record.clear();
        count_equal(drawn_.problems);
    }
    if (!drawn_.edition) append(drawn_.problems, std::exchange(drawn_.left_out, {}));
    return std::move(drawn_);
}

}  // namespace broadside::batch
