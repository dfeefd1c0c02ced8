#pragma once

#include <cstdint>

namespace broadside {

/// What a PDF says that it keeps of PDF/A (ISO 19005), for archives.
enum class PdfArchive : std::uint8_t { None, A2a, A3a };

/// What a PDF says that it keeps. Attached files need A3a or None.
struct PdfStandards {
    bool ua_1 = true;  // PDF/UA-1 (ISO 14289-1), for who does not see it
    PdfArchive archive = PdfArchive::A2a;
    bool operator==(const PdfStandards&) const = default;
};

}  // namespace broadside
