#pragma once

#include <vector>

#include "broadside/layout/galley.hpp"

namespace broadside::layout {

/// A box set at its place.
struct Arranged {
    std::vector<placed::Item> items;  // none where the box has nothing in it
    Pt height;
};

/// Sets a box and all in it, unbroken. `rooms`, where somebody asks, gets those of its texts in
/// reading order: lines of a legend, and texts at two ends of a line, may grow into what their line
/// leaves empty.
Arranged arrange(const doc::Box& box, const Frame& frame, Typesetter& typesetter,
                 std::vector<TextRoom>* rooms = nullptr);

/// The same with all balanced columns in it as one, below each other: pages break it so.
Arranged arrange_in_one_column(const doc::Box& box, const Frame& frame, Typesetter& typesetter,
                               std::vector<TextRoom>* rooms = nullptr);

/// Some of the boxes of balanced columns, by their places.
Arranged arrange_notes(const doc::Box& box, const Frame& frame,
                       const std::vector<std::size_t>& places, Typesetter& typesetter,
                       std::vector<TextRoom>* rooms = nullptr);

}  // namespace broadside::layout
