#pragma once

#include "broadside/layout/flow.hpp"

namespace broadside::layout {

/// The setting with words broken where they are wider than their place, if less is too large then.
Setting with_long_words(const Setting& setting, Typesetter& typesetter);

/// The setting of documents without `fit`: what their styles say, and hyphenated when a word of one
/// of them is wider than its place; with words broken when it still is.
Setting natural_setting(Typesetter& typesetter);

}  // namespace broadside::layout
