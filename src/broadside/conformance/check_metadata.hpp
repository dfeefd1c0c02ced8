#pragma once

#include "broadside/conformance/check_file.hpp"
#include "broadside/conformance/key_rules.hpp"

namespace broadside::conformance {

/// What the metadata promise, which must be something. They must say what the information
/// dictionary says (PDF/A-2, 6.6).
Kept check_metadata(const PdfFile& file, Problems& problems);

}  // namespace broadside::conformance
