#pragma once

#include <span>
#include <vector>

#include "broadside/base/diagnostic.hpp"
#include "broadside/base/source_place.hpp"
#include "broadside/model/records.hpp"

namespace broadside::load {

/// Reads the records of a file: delimited text with a line of names (`.csv`, `.tsv`), one JSON
/// object a line (`.ndjson`, `.jsonl`), or a list of objects (`.json`, `.yaml`); where its name
/// does not say which, its first character does. A column or key is a field's id, or `id@language`.
///
/// A record with errors is left out, and the others are read; each problem has its line. What is
/// wrong with the file itself leaves no record.
model::Records load_records(const SourceFile& source, std::span<const model::RecordField> fields,
                            std::vector<Diagnostic>& problems);

}  // namespace broadside::load
