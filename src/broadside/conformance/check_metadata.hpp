#pragma once

#include "broadside/conformance/key_rules.hpp"

namespace broadside::conformance {

/// The part of PDF/A that the metadata promise: 2 or 3; 0 where they do not say. They must also
/// promise conformance A and PDF/UA-1, and say what the information dictionary says (PDF/A-2, 6.6).
int check_metadata(const PdfFile& file, Problems& problems);

}  // namespace broadside::conformance
