#pragma once

#include "broadside/conformance/check_content.hpp"

namespace broadside::conformance {

/// What a form's content may paint with beside colours. Whether anything is seen through it.
bool check_paints(const Check& check, const Value& resources, SharedResources& shared);

}  // namespace broadside::conformance
