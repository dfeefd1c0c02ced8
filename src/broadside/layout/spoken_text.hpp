#pragma once

#include <string>

#include "broadside/layout/typesetter.hpp"

namespace broadside::layout {

/// What a cell says, on one line and in reading order: its words, and what stands for its symbols.
/// Characters that only guide how it is set are left out, and all after the first thousand bytes.
std::string spoken_text(const doc::Cell& cell, Typesetter& typesetter);

/// Whether that is more than is printed.
bool is_abbreviated(const doc::Cell& cell);

}  // namespace broadside::layout
