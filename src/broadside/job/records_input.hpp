#pragma once

#include <map>
#include <memory>
#include <string>

#include "broadside/job/gaps.hpp"
#include "broadside/job/input.hpp"
#include "broadside/job/languages.hpp"
#include "broadside/model/records.hpp"

/// The records of a job, and the dataset in each language that they fill.
namespace broadside {

struct RecordsInput {
    bool are_asked_for = false;  // else fields say their defaults
    InputFile file;              // null where there is none, or none that can be read
    model::Records records;
    model::Record stand_in;  // where none are asked for: what fields without a default may say
    std::map<std::string, std::shared_ptr<const OpenDataset>> open;  // by language
};

/// Reads the records that the job names and opens the dataset in its languages. What is wrong is
/// added to `diagnostics`; a language whose texts name no fields is moved to those that failed.
/// Nothing, where the dataset takes no records.
std::shared_ptr<const RecordsInput> read_records(const Job& job, const DatasetInput& dataset,
                                                 Languages& languages, FileStore& files,
                                                 Diagnostics& diagnostics);

}  // namespace broadside
