#pragma once

#include <cstddef>
#include <vector>

#include "broadside/layout/flow.hpp"

namespace broadside::layout {

/// The place of a text: how wide its lines are, and how many of them the place holds without
/// anything else moving.
struct TextRoom {
    const doc::Paragraph* paragraph = nullptr;
    Pt width;
    std::size_t lines = 0;
};

/// The rooms of the texts of one of the typesetter's documents where `flowed` places it, at the
/// same setting, in reading order. A text that is shown again on a later page has several.
///
/// Cells hold as many lines as their rows are high. Lines of a legend, and texts that share a line
/// of the header or the imprint, may grow into what their line leaves empty.
std::vector<TextRoom> measure_room(const doc::Document& document, const Flowed& flowed,
                                   Typesetter& typesetter);

}  // namespace broadside::layout
