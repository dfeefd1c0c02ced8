#include "broadside/layout/block_parts.hpp"

#include <algorithm>
#include <iterator>

#include "broadside/layout/arrange.hpp"
#include "broadside/layout/bisect.hpp"
#include "broadside/layout/box_widths.hpp"

namespace broadside::layout {

BlockParts::BlockParts(std::size_t block, Pt width, Typesetter& typesetter) : width_(width) {
    const doc::Box& first = typesetter.peers().first().blocks[block];
    if (const auto* columns = std::get_if<doc::BalancedColumns>(&first.content)) {
        count_ = column_count(*columns);
        const Pt gap = typesetter.setting().scaled(columns->gap);
        width_ = (width + gap) / static_cast<double>(count_) - gap;
        pitch_ = width_ + gap;
    }
    std::vector<placed::Item> all;
    for (const doc::Document* document : typesetter.peers().documents()) {
        std::vector<placed::Item> items =
            arrange_in_one_column(document->blocks[block], {Pt(0), Pt(0), width_}, typesetter)
                .items;
        std::move(items.begin(), items.end(), std::back_inserter(all));
    }
    strips_ = strips_of(all);
}

std::optional<BlockPart> BlockParts::next(Pt room) {
    std::vector<Range> ranges = filled(room);
    if (ranges.empty()) return std::nullopt;
    if (ranges.back().last == strips_.size()) ranges = filled(least_room(room));
    BlockPart part{width_, Pt(0), {}};
    for (const Range& range : ranges) {
        const Strip strip{strips_[range.first].top, strips_[range.last - 1].bottom};
        part.columns.push_back({pitch_ * static_cast<double>(part.columns.size()), strip});
        part.height = std::max(part.height, strip.bottom - strip.top);
    }
    next_ = ranges.back().last;
    return part;
}

/// What each column has, one after the other.
std::vector<BlockParts::Range> BlockParts::filled(Pt room) const {
    std::vector<Range> ranges;
    for (std::size_t at = next_; ranges.size() < count_ && at < strips_.size();) {
        const std::size_t end = end_of_strips(strips_, at, room);
        if (end == at) break;
        ranges.push_back({at, end});
        at = end;
    }
    return ranges;
}

/// The least height in which the columns hold all that is left, as they do in `room`.
Pt BlockParts::least_room(Pt room) const {
    constexpr int kBisections = 12;
    return bisected(room, Pt(0), kBisections, [&](Pt probe) {
        const std::vector<Range> ranges = filled(probe);
        return !ranges.empty() && ranges.back().last == strips_.size();
    });
}

}  // namespace broadside::layout
