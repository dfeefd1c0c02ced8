#pragma once

#include <map>
#include <string>
#include <vector>

#include "broadside/file_store.hpp"
#include "broadside/i18n/catalogue.hpp"
#include "broadside/job.hpp"

namespace broadside {

/// How long texts may be in the job's layouts, by language. The dataset's own language is always
/// there: it stands for a language that has no words yet.
using MeasuredLengths = std::map<std::string, std::vector<i18n::LayoutLengths>>;

/// Sets those of the job's languages that have words in every layout of the job, and in a locked
/// one every language there is, so that a text has the same room whatever the job asks for; without
/// a layout there is nothing to measure. What is wrong with one, or with a text on the page, is
/// added to `diagnostics`.
MeasuredLengths measure_translations(const Job& job, FileStore& files,
                                     std::vector<Diagnostic>& diagnostics);

/// Those of a language, or of the dataset's own where it has none.
const std::vector<i18n::LayoutLengths>& lengths_of(const MeasuredLengths& lengths,
                                                   const std::string& language,
                                                   const std::string& source);

}  // namespace broadside
