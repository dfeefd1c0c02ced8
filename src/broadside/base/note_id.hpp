#pragma once

#include <compare>
#include <string>

#include "broadside/base/sparse.hpp"

namespace broadside {

/// Which note of the dataset is meant. From `doc` to `emit`, marks and notes carry this and no
/// other spelling of it: what a format calls a note in its file, it makes from this at both ends of
/// a link.
struct NoteId {
    Sparse<std::string> value;  // as the dataset has it; empty: no note

    auto operator<=>(const NoteId&) const = default;
    bool empty() const { return value->empty(); }
};

}  // namespace broadside
