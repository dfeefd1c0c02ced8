#pragma once

#include <vector>

#include "broadside/placed/document.hpp"

namespace broadside::layout {

/// Words beside a symbol, which the first of these centred lines begins with: they move it out of
/// the middle of a frame at `x` only where they have no room beside it, and do not run under it
/// where they are narrow enough to stand behind it.
void hang_words(std::vector<placed::Line>& lines, Pt x, Pt width);

}  // namespace broadside::layout
