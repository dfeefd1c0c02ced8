#pragma once

#include "broadside/layout/flow.hpp"

namespace broadside::layout {

/// The setting of documents without `fit`: what their styles say, and hyphenated when a word of one
/// of them is wider than its place.
Setting natural_setting(Typesetter& typesetter);

}  // namespace broadside::layout
