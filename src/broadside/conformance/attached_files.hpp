#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "broadside/base/result.hpp"
#include "broadside/conformance/pdf_file.hpp"

namespace broadside::conformance {

struct AttachedFile {
    std::string name;  // UTF-8, as the file says: it may be any text
    std::string bytes;
};

/// The files that a PDF holds, in the order of their names. Fails, under pdf-file and pdf-archive,
/// where it cannot be read as PDFs of ours are.
Result<std::vector<AttachedFile>> attached_files(std::string_view pdf);

enum class Attachments { None, Some };

/// What is said of them, and whether there are any.
Attachments check_attachments(const PdfFile& file, Problems& problems);

}  // namespace broadside::conformance
