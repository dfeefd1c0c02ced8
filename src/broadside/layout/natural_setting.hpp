#pragma once

#include "broadside/layout/flow.hpp"

namespace broadside::layout {

/// The setting of a document without `fit`: what its styles say, and hyphenated when a word is
/// wider than its place.
Setting natural_setting(const doc::Document& document, Typesetter& typesetter);

}  // namespace broadside::layout
