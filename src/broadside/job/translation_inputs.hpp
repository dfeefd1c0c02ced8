#pragma once

#include <optional>
#include <string>
#include <vector>

#include "broadside/i18n/places.hpp"
#include "broadside/job/languages.hpp"

/// What extracting, merging and counting translations have in common.
namespace broadside {

/// A dataset and the locale files beside it, each read when it is asked for.
class TranslationInputs {
public:
    /// Nothing when the dataset or the folder of its locales cannot be read or used.
    static std::optional<TranslationInputs> read(const Job& job, FileStore& files,
                                                 std::vector<Diagnostic>& diagnostics);

    const DatasetInput& dataset() const { return dataset_; }
    const i18n::Places& places() const { return places_; }
    const std::vector<std::string>& locale_tags() const { return tags_; }

    /// As of `broadside::locale_path`.
    std::string locale_path(const std::string& tag) const;

    /// The language's own locale, not those of its parents: nothing when it has none, or one with
    /// errors, which are reported.
    std::optional<LocaleInput> read_locale(const std::string& tag,
                                           std::vector<Diagnostic>& diagnostics) const;

private:
    TranslationInputs(const Job& job, FileStore& files, DatasetInput dataset,
                      std::vector<std::string> tags);

    Job job_;
    FileStore* files_;
    DatasetInput dataset_;
    i18n::Places places_;
    std::vector<std::string> tags_;
};

}  // namespace broadside
