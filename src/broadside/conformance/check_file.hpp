#pragma once

#include <string_view>

#include "broadside/base/output_options.hpp"
#include "broadside/base/result.hpp"

/// Whether a PDF keeps PDF/UA-1 (ISO 14289-1) and PDF/A-2a or A-3a (ISO 19005), as far as a machine
/// can tell. The world is closed: every key, operator and structure type that no rule names is a
/// problem, also where the standards would let it pass. So what nobody thought of cannot slip
/// through, but files of other programs mostly fail.
namespace broadside::conformance {

/// All problems of the file, or what it keeps: of these standards, those that it names. The rules
/// are the same whichever these are. Whatever the bytes are, it ends, in a time that
/// grows with them and within limits::kMaxPdfUnpackedBytes.
Result<PdfPromises> check_file(std::string_view bytes);

}  // namespace broadside::conformance
