#pragma once

#include "broadside/conformance/key_rules.hpp"

namespace broadside::conformance {

/// What a form's content may paint with beside colours. Whether anything is seen through it.
bool check_paints(const PdfFile& file, const Value& resources, const Subject& subject,
                  Problems& problems);

}  // namespace broadside::conformance
