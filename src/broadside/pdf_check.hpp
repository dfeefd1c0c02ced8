#pragma once

#include <string>

#include "broadside/base/output_options.hpp"
#include "broadside/base/result.hpp"
#include "broadside/file_store.hpp"

/// Whether a finished PDF keeps what is promised of ours: PDF/UA-1 (ISO 14289-1), for people who
/// hear or feel it, and PDF/A (ISO 19005), for archives.
namespace broadside {

/// Whether that is a file that begins as PDFs do. Of pipes and the like, nothing is read.
bool is_pdf_file(const std::string& path, FileStore& files);

/// Reads all of the file, to the same rules whatever it promises, which must be something. Fails
/// with everything that breaks a promise, each with the object or page it is in, under the codes
/// pdf-file, pdf-archive, pdf-metadata, pdf-font, pdf-content, pdf-structure, pdf-table and
/// pdf-link. What our files never have is a problem also where a standard would let it pass, so
/// PDFs of other programs mostly fail. What no machine can judge, such as whether alternative texts
/// say the right thing, is left to people.
Result<PdfPromises> check_pdf(const std::string& path, FileStore& files);

}  // namespace broadside
