#pragma once

#include <vector>

#include "broadside/layout/flow.hpp"

namespace broadside::layout {

/// Sets one of the typesetter's documents where `flowed` says, at the same setting.
std::vector<placed::Page> place_pages(const doc::Document& document, const Flowed& flowed,
                                      Typesetter& typesetter);

}  // namespace broadside::layout
