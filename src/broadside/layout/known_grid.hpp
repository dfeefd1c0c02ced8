#pragma once

#include <cstddef>
#include <map>
#include <memory>
#include <vector>

#include "broadside/layout/block_parts.hpp"
#include "broadside/layout/solve_grid.hpp"

namespace broadside::layout {

/// The grid of a document, for others that are sure to get the same. Of a block, but for tables and
/// the notes of single pages, a search asks only what room it takes at each setting that it tries.
class KnownGrid {
public:
    /// `tried`: all settings of the search that found the grid.
    KnownGrid(std::shared_ptr<const doc::Document> document, SharedGrid grid,
              const std::vector<Setting>& tried);

    /// False for one that fits nothing, or points into its document.
    static bool can_hold(const SharedGrid& grid);

    const SharedGrid& grid() const { return grid_; }

    /// Whether a search would find the grid for the typesetter's one document, too: it has the same
    /// blocks, but for texts that take as much room at every setting that was tried.
    bool holds_for(Typesetter& typesetter, text::Shaper& shaper);

private:
    /// What a search learns of a block at one setting.
    struct Room {
        bool is_empty;
        Pt height;
        std::size_t overflows, broken_words;
        BlockParts parts;
        std::size_t overflows_in_parts;
        bool is_beside_number;
        bool operator==(const Room&) const = default;
    };

    static Room room_of(std::size_t block, const Setting& setting, Typesetter& typesetter);
    bool takes_same_room(std::size_t block, Typesetter& typesetter, text::Shaper& shaper);

    std::shared_ptr<const doc::Document> document_;
    SharedGrid grid_;
    std::vector<Setting> tried_;                    // each once
    std::map<std::size_t, std::vector<Room>> own_;  // by block, of those that once differed
};

}  // namespace broadside::layout
