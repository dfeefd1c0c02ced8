#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <memory>
#include <string>

#include "broadside/job/gaps.hpp"
#include "broadside/job/input.hpp"
#include "broadside/job/languages.hpp"
#include "broadside/load/records/load_records.hpp"
#include "broadside/model/record_file.hpp"

/// The records of a job, and the dataset in each language that they fill.
namespace broadside {

struct RecordsInput {
    bool are_asked_for = false;  // else fields say their defaults
    std::string file;            // its name; empty where there is none, or none that can be read
    model::Records records;
    model::Record stand_in;  // where none are asked for: what fields without a default may say
    std::map<std::string, std::shared_ptr<const OpenDataset>> open;  // by language

    // Where values are not read yet; the outline of it is in `records`.
    std::unique_ptr<load::RecordsFile> unread;
};

/// Reads the records that the job names. What is wrong is added to `diagnostics`. Nothing, where
/// the dataset takes no records.
std::shared_ptr<RecordsInput> read_records(const Job& job, const DatasetInput& dataset,
                                           ReadWhen values, FileStore& files,
                                           Diagnostics& diagnostics);

/// Opens the dataset in those languages of which `is_wanted` tells and that have not failed, for
/// records to fill, and marks the ones whose texts name no fields.
void open_datasets(const model::Dataset& dataset,
                   const std::function<bool(const Language&)>& is_wanted, Languages& languages,
                   RecordsInput& input, Diagnostics& diagnostics);

/// Reads the values of those records that are wanted, by their numbers, where that was left for
/// later; no other can be read then.
void read_values(const std::shared_ptr<RecordsInput>& input,
                 const std::function<bool(std::size_t)>& is_wanted, Diagnostics& diagnostics);

}  // namespace broadside
