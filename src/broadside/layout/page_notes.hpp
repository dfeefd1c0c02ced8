#pragma once

#include <cstddef>
#include <map>
#include <set>
#include <vector>

#include "broadside/layout/table_part.hpp"
#include "broadside/layout/typesetter.hpp"

namespace broadside::layout {

/// The notes that the cells of a page call, for its foot, and on the first page those without a
/// mark. They stand in the order of their list, with a gap above them.
class PageNotes {
public:
    /// `block`: of notes by page; null: there are none.
    PageNotes(const doc::Box* block, Pt width, Pt gap, Typesetter& typesetter);

    /// Height of those that the page has, with its gap.
    Pt height() const { return height_of(on_page_); }

    /// The same with those that `cells` call.
    Pt height_with(const std::vector<PartCell>& cells) const;

    /// Of those that `cells` call alone.
    Pt height_of(const std::vector<PartCell>& cells) const { return height_of(called_by(cells)); }

    bool are_any() const { return block_ != nullptr; }

    void add(const std::vector<PartCell>& cells);

    /// Those of the page, by their place in the list; the next page has none yet.
    std::vector<std::size_t> take();

private:
    using Notes = std::set<std::size_t>;

    Notes called_by(const std::vector<PartCell>& cells) const;
    Pt height_of(const Notes& notes) const;

    const doc::Box* block_;
    Pt width_, gap_;
    Typesetter& typesetter_;
    std::map<NoteId, std::size_t> places_;
    Notes on_page_;
    mutable std::map<Notes, Pt> heights_;
};

}  // namespace broadside::layout
