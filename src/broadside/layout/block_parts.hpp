#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "broadside/layout/strips.hpp"
#include "broadside/layout/typesetter.hpp"

namespace broadside::layout {

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
