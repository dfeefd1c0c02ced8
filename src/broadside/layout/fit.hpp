#pragma once

#include "broadside/layout/flow.hpp"

namespace broadside::layout {

/// What was chosen to fill the pages.
struct Fitted {
    Setting setting;
    Spread spread;
    bool fits = true;
};

/// Finds the setting with which the document fills its pages: larger type when there is room, the
/// ladder of `document.fit` when there is not, and what is left over spread between rows and
/// blocks. Tries at most limits::kMaxFitAttempts layouts. When nothing fits, the smallest setting
/// comes back with `fits` false and the texts that take most room are reported.
Fitted fit(const doc::Document& document, Typesetter& typesetter);

}  // namespace broadside::layout
