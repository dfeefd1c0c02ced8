#pragma once

#include "broadside/base/result.hpp"
#include "broadside/i18n/po_file.hpp"
#include "broadside/load/load.hpp"

namespace broadside::i18n {

/// Reads what translation editors write: lines wrapped anywhere, entries in any order, comments of
/// every kind, a byte order mark, lines that end with CR LF. Obsolete entries (`#~`) are left out.
/// Every problem is reported with its line. Fails at syntax, at another encoding than UTF-8, and at
/// plural forms, which no text of a dataset has.
Result<PoFile> read_po(const load::Source& source);

}  // namespace broadside::i18n
