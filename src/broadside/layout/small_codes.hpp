#pragma once

#include <vector>

#include "broadside/base/diagnostic.hpp"
#include "broadside/layout/typesetter.hpp"

namespace broadside::layout {

/// Warns of QR codes whose modules are smaller at `setting` than telephones can tell apart in
/// print.
std::vector<Diagnostic> small_codes(const doc::Document& document, const Setting& setting);

}  // namespace broadside::layout
