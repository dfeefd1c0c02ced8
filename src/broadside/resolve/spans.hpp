#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "broadside/model/dataset.hpp"
#include "broadside/resolve/problems.hpp"

namespace broadside::resolve {

/// The slot, inside its section, of the cell that fills another slot.
struct SlotOwner {
    std::uint32_t row = 0;
    std::uint32_t column = 0;
    bool operator==(const SlotOwner&) const = default;
};

/// Which cell fills which slot of a section, over all columns of the dataset. Every slot has an
/// owner; the slots of one owner are a rectangle with the owner at its top start corner.
struct SectionGrid {
    std::size_t columns = 0;
    std::vector<SlotOwner> owners;  // row by row

    const SlotOwner& at(std::size_t row, std::size_t column) const {
        return owners[row * columns + column];
    }
};

/// Places the cells of one section: explicit spans first, then equal `ref`s under each other in
/// merging columns. Reports spans that overlap or leave the section; their cells then fill one
/// slot.
SectionGrid place_cells(const model::Dataset& dataset, const model::Section& section,
                        Problems& problems);

}  // namespace broadside::resolve
