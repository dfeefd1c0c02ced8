#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "broadside/i18n/catalogue.hpp"
#include "broadside/job/languages.hpp"

/// What extracting, merging and counting translations have in common.
namespace broadside {

/// A dataset and the locale files beside it, each read when it is asked for.
class TranslationInputs {
public:
    /// Nothing when the dataset or the folder of its locales cannot be read or used.
    static std::optional<TranslationInputs> read(const Job& job, FileStore& files,
                                                 Diagnostics& diagnostics);

    const DatasetInput& dataset() const { return dataset_; }
    const std::vector<std::string>& locale_tags() const { return tags_; }

    /// As of `broadside::locale_path`.
    std::string locale_path(const std::string& tag) const;

    /// The language's own locale, not those of its parents: nothing when it has none, or one with
    /// errors, which are reported.
    std::optional<LocaleInput> read_locale(const std::string& tag, Diagnostics& diagnostics) const;

private:
    TranslationInputs(const Job& job, FileStore& files, DatasetInput dataset,
                      std::vector<std::string> tags);

    Job job_;
    FileStore* files_;
    DatasetInput dataset_;
    std::vector<std::string> tags_;
};

/// The `"$schema"` of a locale that lies in `folder`: beside the schema that the dataset names.
/// Empty where it names none, or where no path leads from one to the other.
std::string locale_schema(const DatasetInput& dataset, std::string_view folder);

/// How long texts may be in the job's layouts, by language. The dataset's own language is always
/// there: it stands for a language that has no words yet.
using MeasuredLengths = std::map<std::string, std::vector<i18n::LayoutLengths>>;

/// Sets those of the job's languages that have words in every layout of the job, and in a locked
/// one every language there is, so that a text has the same room whatever the job asks for; without
/// a layout there is nothing to measure. What is wrong with one, or with a text on the page, is
/// added to `diagnostics`.
MeasuredLengths measure_translations(const Job& job, const DatasetInput& dataset, FileStore& files,
                                     Diagnostics& diagnostics);

/// Those of a language, or of the dataset's own where it has none.
const std::vector<i18n::LayoutLengths>& lengths_of(const MeasuredLengths& lengths,
                                                   const std::string& language,
                                                   const std::string& source);

}  // namespace broadside
