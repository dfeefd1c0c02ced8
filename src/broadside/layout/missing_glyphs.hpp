#pragma once

#include <vector>

#include "broadside/layout/typesetter.hpp"

namespace broadside::layout {

/// What the fonts lack for one of the typesetter's documents, before anything is laid out.
std::vector<Diagnostic> missing_glyphs(const doc::Document& document, Typesetter& typesetter);

}  // namespace broadside::layout
