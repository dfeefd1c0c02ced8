#pragma once

#include <vector>

#include "broadside/layout/flow.hpp"
#include "broadside/layout/text_room.hpp"

namespace broadside::layout {

/// Sets one of the typesetter's documents where `flowed` says, at the same setting.
std::vector<placed::Page> place_pages(const doc::Document& document, const Flowed& flowed,
                                      Typesetter& typesetter);

/// The rooms of its texts there, in reading order. A text that is shown again on a later page has
/// several.
std::vector<TextRoom> text_rooms(const doc::Document& document, const Flowed& flowed,
                                 Typesetter& typesetter);

}  // namespace broadside::layout
