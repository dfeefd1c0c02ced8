#pragma once

#include <deque>
#include <functional>
#include <string>
#include <vector>

#include "broadside/i18n/localize.hpp"
#include "broadside/job/input.hpp"
#include "broadside/model/locale.hpp"

/// Which languages a job sets, and the locale files that give each its words.
namespace broadside {

struct LocaleInput {
    InputFile file;
    model::Locale locale;
};

/// A language of the job, with its locale and those of its parents, as far as there are any. The
/// dataset's own language has none.
struct Language {
    std::string tag;  // BCP 47
    std::vector<const LocaleInput*> locales;
    std::vector<std::string> locale_tags = {};  // of these, whether or not they are opened
    bool is_failed = false;                     // it cannot be set, until `drop_failed`
};

struct Languages {
    std::deque<LocaleInput> files;    // each read once; `Language` points into it
    std::vector<Language> languages;  // in the order of the job; for "all": the source, then by tag
    std::vector<std::string> failed;  // of the job's, those whose files have errors
};

/// Where a language's locale lies: a file that is there, which may be named by a former tag of the
/// language, else the one that would be made.
std::string locale_path(const DatasetInput& dataset, const std::string& tag, FileStore& files);

/// Languages of the locale files beside a dataset, sorted; names of files that are no tags as well.
/// Fails where their folder cannot be read.
Result<std::vector<std::string>> known_locales(const DatasetInput& dataset, FileStore& files);

/// Reads the locales that the job's languages need and no other. A language whose files have errors
/// is left out, and the errors are added to `diagnostics`: they are no reason to drop the others.
Languages read_languages(const Job& job, const DatasetInput& dataset, FileStore& files,
                         Diagnostics& diagnostics, ReadWhen when = ReadWhen::Now);

/// Opens those locales of which `is_wanted` tells, where that was left for later, and marks
/// languages whose files have errors.
void open_locales(const Job& job, const DatasetInput& dataset,
                  const std::function<bool(const Language&)>& is_wanted, Languages& languages,
                  FileStore& files, Diagnostics& diagnostics);

/// Moves marked languages to those that failed.
void drop_failed(Languages& languages);

/// The dataset in its words.
Result<i18n::Localized> dataset_in(const Language& language, const model::Dataset& dataset);

}  // namespace broadside
