#pragma once

#include <vector>

#include "broadside/layout/typesetter.hpp"

namespace broadside::layout {

/// How much of the pages a document needs when it shares its grid with nobody.
struct RoomNeeded {
    const doc::Document* document = nullptr;
    bool overflows = false;  // a word or a row that no page can hold
    std::size_t pages = 0;
    Pt spare;  // of the last page
};

/// Of every document of the typesetter by itself, in their order, at `setting`.
std::vector<RoomNeeded> rooms_needed(const Setting& setting, const Typesetter& typesetter);

/// The document whose texts need most room by themselves at `setting`, which is just too large for
/// all of them together; the first of equals. Null when there is one document only, whose size
/// nothing but itself decides.
const doc::Document* limiting_edition(const Setting& setting, const Typesetter& typesetter);

}  // namespace broadside::layout
