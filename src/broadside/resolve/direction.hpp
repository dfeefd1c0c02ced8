#pragma once

#include <string_view>

#include "broadside/base/direction.hpp"

namespace broadside::resolve {

/// The direction of a BCP 47 language: its script's when the tag names one ("az-Arab"), else the
/// one it is commonly written in.
Direction direction_of(std::string_view language);

}  // namespace broadside::resolve
