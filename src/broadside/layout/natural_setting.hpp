#pragma once

#include "broadside/layout/flow.hpp"

namespace broadside::layout {

/// The setting with words broken where they are wider than their place, if less is too large then.
Setting with_long_words(const Setting& setting, Typesetter& typesetter);

/// The setting of documents without `fit`: what their styles say. Where something is wider than its
/// place, it is hyphenated; then symbols and the white space beside them are smaller, heads of
/// symbols are rotated, and at last words are broken.
Setting natural_setting(Typesetter& typesetter);

}  // namespace broadside::layout
