#pragma once

#include <string>
#include <vector>

#include "broadside/emit/emit.hpp"
#include "broadside/emit/pdf/writer.hpp"

namespace broadside::emit {

/// Writes embedded files (PDF 1.7, 7.11.4), which the document is made from (ISO 19005-3, annex E).
/// Returns what the catalogue says of them. `date` is that of the document, as PDF has it; empty:
/// none is told.
std::string write_attachments(PdfWriter& writer, const std::vector<Attachment>& attachments,
                              const std::string& date);

}  // namespace broadside::emit
