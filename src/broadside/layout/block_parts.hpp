#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "broadside/layout/typesetter.hpp"
#include "broadside/placed/document.hpp"

namespace broadside::layout {

/// From `top` to `bottom` of what is set, the full width of it.
struct Strip {
    Pt top, bottom;
    bool operator==(const Strip&) const = default;
};

/// What pages part nowhere inside, from top to bottom: lines, symbols and tables, those side by
/// side together. The first two lines of a paragraph stay together, and the last two, and a heading
/// with what follows.
std::vector<Strip> strips_of(const std::vector<placed::Item>& items);

/// One past the last of the strips from `first` on that have `room` below each other.
std::size_t end_of_strips(const std::vector<Strip>& strips, std::size_t first, Pt room);

/// What stands in a strip, moved by (`dx`, `dy`). An item of a list that began above is no target
/// of links.
std::vector<placed::Item> cut_out(const std::vector<placed::Item>& items, const Strip& strip, Pt dx,
                                  Pt dy);

/// What a page shows of a block that no page holds: strips of it, side by side where the block is
/// in columns.
struct BlockPart {
    Pt width;  // of the block as it was set, in one column
    Pt height;
    struct Column {
        Pt x;
        Strip strip;
    };
    std::vector<Column> columns;
};

/// A block in parts, one a page, from top to bottom, for all documents of a typesetter. Its columns
/// are filled one after the other, and on its last page are about equally high.
class BlockParts {
public:
    BlockParts(std::size_t block, Pt width, Typesetter& typesetter);

    bool done() const { return next_ == strips_.size(); }

    /// As much as has `room`; none where that is nothing.
    std::optional<BlockPart> next(Pt room);

    /// Whether their next parts are alike in all rooms.
    bool operator==(const BlockParts&) const = default;

private:
    struct Range {
        std::size_t first, last;
    };
    std::vector<Range> filled(Pt room) const;
    Pt least_room(Pt room) const;

    std::size_t count_ = 1;
    Pt width_, pitch_;
    std::vector<Strip> strips_;
    std::size_t next_ = 0;
};

}  // namespace broadside::layout
