#pragma once

#include "broadside/layout/flow.hpp"

namespace broadside::layout {

/// What was chosen to fill the pages.
struct Fitted {
    Setting setting;
    Spread spread;
    const doc::Document* limited_by = nullptr;  // of several: the one that allows no larger setting
    bool fits = true;
};

/// Finds the setting with which every document of the typesetter fills its pages in the grid that
/// they share: larger type when there is room, the ladder of their `fit` when there is not, and
/// what is left over spread between rows and blocks. All documents have a `fit`, whatever number of
/// pages it says: they may take `pages`. Bisects the type size no further after
/// limits::kMaxFitAttempts layouts. When nothing fits, the smallest setting comes back with `fits`
/// false and the texts that take most room are reported.
Fitted fit(Typesetter& typesetter, int pages);

}  // namespace broadside::layout
