#pragma once

#include <string>

#include "broadside/i18n/po_file.hpp"

namespace broadside::i18n {

/// The bytes of a PO file, as `msgcat --no-wrap` has them. No library does it: GNU libgettextpo
/// opens and writes files itself, and is under a licence that the program does not share.
std::string write_po(const PoFile& file);

}  // namespace broadside::i18n
