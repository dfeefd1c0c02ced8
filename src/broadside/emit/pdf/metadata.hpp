#pragma once

#include <string>

#include "broadside/base/metadata.hpp"
#include "broadside/emit/emit.hpp"
#include "broadside/emit/pdf/writer.hpp"

namespace broadside::emit {

/// What the file says about itself, twice: for readers of old, and for archives.
struct PdfMetadata {
    const Metadata& document;
    PdfStandards standards;
    std::string date;  // ISO 8601, in UTC; empty: none is told
};

/// ISO 8601 as PDF 1.7, 7.9.4 has it: `D:20261231235959Z`; empty as it is.
std::string pdf_date(std::string iso_8601);

/// The document information dictionary (PDF 1.7, 14.3.3).
std::string pdf_information(const PdfMetadata& metadata);

/// An XMP packet (ISO 16684-1) that says the same, and which of PDF/UA-1 (ISO 14289-1, 5), PDF/A-2a
/// and PDF/A-3a (ISO 19005-2 and -3, 6.6.4) the file keeps, with the schema that the latter ask for
/// of the former.
std::string xmp_packet(const PdfMetadata& metadata);

/// The output intent that says what red, green and blue are: sRGB (IEC 61966-2-1). Writes its
/// profile.
std::string output_intent(PdfWriter& writer);

}  // namespace broadside::emit
