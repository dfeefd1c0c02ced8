#pragma once

#include "broadside/conformance/check_file.hpp"
#include "broadside/conformance/key_rules.hpp"

/// What the file says as a whole: trailer, catalogue, window, outline, labels, colours, files,
/// metadata.
namespace broadside::conformance {

/// Pages of the page tree, whose own keys check_page looks at.
Pages read_pages(const PdfFile& file, Problems& problems);

void check_trailer(const PdfFile& file, Problems& problems);
void check_catalogue(const PdfFile& file, const Pages& pages, Problems& problems);
void check_outline(const PdfFile& file, const Pages& pages, Problems& problems);
void check_output_intents(const PdfFile& file, Problems& problems);

enum class Attachments { None, Some };
Attachments check_attachments(const PdfFile& file, Problems& problems);

/// What the metadata promise, which must be something. They must say what the information
/// dictionary says (PDF/A-2, 6.6).
Kept check_metadata(const PdfFile& file, Problems& problems);

/// References that lead nowhere, and objects that nothing leads to. False where arrays or strings
/// are led to from many places, each of which would walk through them again.
bool check_references(const PdfFile& file, Problems& problems);

/// The catalogue; null without one.
const Value& catalogue_of(const PdfFile& file);

}  // namespace broadside::conformance
