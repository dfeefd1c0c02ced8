#pragma once

#include <cstddef>

#include "broadside/layout/typesetter.hpp"

namespace broadside::layout {

/// What a page number says: page `page` of `pages`, from 1.
struct PageOf {
    std::size_t page = 1;
    std::size_t pages = 1;
};

Pt page_number_height(const Typesetter& typesetter);

/// True when a box at the foot that is `width` wide leaves room in its middle for a number of three
/// digits.
bool leaves_room_for_number(const doc::Box& foot, Pt width, Typesetter& typesetter);

/// In the middle of the foot of a page of `document`, with its top at `top`.
placed::Text place_page_number(const doc::Document& document, PageOf page, Pt top,
                               Typesetter& typesetter);

}  // namespace broadside::layout
