#include <utility>

#include "broadside/files/remembering_stores.hpp"
#include "broadside/i18n/catalogue.hpp"
#include "broadside/i18n/status.hpp"
#include "broadside/translations.hpp"
#include "broadside/translations/inputs.hpp"

namespace broadside {

namespace {

i18n::LanguageInput input_of(const Language& language, const model::Dataset& dataset,
                             const MeasuredLengths& lengths) {
    i18n::LanguageInput input;
    input.language = language.tag;
    for (const LocaleInput* locale : language.locales)
        input.catalogues.push_back(
            i18n::make_catalogue(dataset, {locale->locale.language, &locale->locale}));
    if (language.locales.empty())
        input.catalogues.push_back(i18n::make_catalogue(dataset, {language.tag, nullptr}));
    else
        input.locale = &language.locales.front()->locale;
    if (const auto own = lengths.find(language.tag); own != lengths.end())
        input.lengths = own->second;
    return input;
}

/// A language whose words are those of the dataset: its own, and its regions.
bool is_source(const Language& language, const std::string& source) {
    if (language.tag == source) return true;
    const bool is_region = language.tag.starts_with(source + "-");
    return is_region && language.locales.empty();
}

Diagnostic no_locales(const DatasetInput& dataset, const std::string& name) {
    return note("no-locales", "there are no locales beside it",
                {"a first one: broadside i18n extract " + name + " --lang LANG"})
        .at({dataset.file->name});
}

}  // namespace

Result<StatusReport> translation_status(const Job& job, TranslationRule rule, FileStore& store) {
    RememberedStreams files(store);
    Diagnostics diagnostics;
    const auto dataset = take(read_dataset(job, files), diagnostics);
    if (!dataset) return diagnostics;
    Job all = job;
    if (all.languages.empty()) all.languages = {kAllLanguages};
    const Languages languages = read_languages(all, *dataset, files, diagnostics);
    const bool has_any = !languages.languages.empty();
    const MeasuredLengths lengths =
        has_any ? measure_translations(job, *dataset, files, diagnostics) : MeasuredLengths();
    count_equal(diagnostics);
    if (!has_any || outcome_of(diagnostics) == Outcome::WrongUse) return diagnostics;
    StatusReport report;
    // A locale that cannot be read hides nothing of the others.
    report.problems = std::move(diagnostics);
    for (const Language& language : languages.languages) {
        if (is_source(language, dataset->dataset.language)) continue;
        report.languages.push_back(
            i18n::status_of(input_of(language, dataset->dataset, lengths), rule, report.problems));
    }
    const auto locales = known_locales(*dataset, files);
    if (locales && locales->empty()) report.problems.push_back(no_locales(*dataset, job.dataset));
    return report;
}

}  // namespace broadside
