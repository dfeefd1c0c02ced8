#pragma once

#include <cstddef>
#include <set>
#include <string>
#include <vector>

#include "broadside/base/result.hpp"
#include "broadside/base/translation.hpp"
#include "broadside/job/languages.hpp"
#include "broadside/model/dataset.hpp"
#include "broadside/model/record_file.hpp"

/// A dataset with gaps, and the records that fill them.
namespace broadside {

/// Whether a record says all that the cell says.
inline bool is_of_record(const model::Cell& cell) { return !cell.extras->record->id.empty(); }

/// One language of a dataset with gaps: made once, whatever the number of records.
struct OpenDataset {
    model::Dataset dataset;  // in the language
    TranslationCounts translation;
    Diagnostics warnings;                           // of its translation
    std::set<SourcePlace> gaps;                     // texts and cells that records have a say in
    std::vector<std::vector<std::size_t>> columns;  // of the records, by field, the first one wins
};

/// Fails where a gap or a cell names no field, or one of another type than its column. Warns of
/// gaps that a translation lacks. `columns`: of the records; empty: there are none.
Result<OpenDataset> open_dataset(const model::Dataset& dataset, const Language& language,
                                 const std::vector<model::RecordColumn>& columns);

/// The dataset of one page. Without a record every field says its default; fails where one has
/// none, and where a text that must say something says nothing.
Result<model::Dataset> filled(const OpenDataset& open, const model::Record* record);

/// The title alone of that dataset.
Result<std::string> filled_title(const OpenDataset& open, const model::Record* record);

}  // namespace broadside
