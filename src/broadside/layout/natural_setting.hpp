#pragma once

#include <functional>

#include "broadside/layout/flow.hpp"

namespace broadside::layout {

/// The setting with words broken where they are wider than their place, if less is too large then.
Setting with_long_words(const Setting& setting, Typesetter& typesetter);

/// The setting, which holds, with one of its scales as near to `bound` as it can be.
Setting with_scale_near(double bound, double Setting::*scale, const Setting& setting,
                        const std::function<bool(const Setting&)>& holds);

/// The setting of documents without `fit`: what their styles say. Where something is wider than its
/// place, it is hyphenated, but for texts of one word, unless symbols that stand closer would leave
/// the words of cells whole, or smaller type those of several columns; then symbols and the white
/// space beside them are as much smaller as it takes, heads of symbols are rotated, and all type is
/// smaller, to three quarters or what a `fit` allows: without hyphens in cells, or else with them,
/// or with them in texts of one word too, which comes first on pages as high as their content. At
/// last words are broken, in smaller type where that breaks fewer.
Setting natural_setting(Typesetter& typesetter);

}  // namespace broadside::layout
