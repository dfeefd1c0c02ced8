#include <deque>
#include <utility>

#include "broadside/files/remembering_stores.hpp"
#include "broadside/i18n/catalogue.hpp"
#include "broadside/i18n/status.hpp"
#include "broadside/job/editions.hpp"
#include "broadside/job/translation_inputs.hpp"
#include "broadside/job/translation_rooms.hpp"
#include "broadside/translations.hpp"

namespace broadside {

namespace {

using Diagnostics = std::vector<Diagnostic>;

i18n::Strictness strictness_of(TranslationRule rule) {
    return rule == TranslationRule::Strict ? i18n::Strictness::Strict : i18n::Strictness::Lenient;
}

TranslationStatus public_status(const i18n::LanguageStatus& status,
                                const i18n::LanguageInput& input) {
    const i18n::LanguageCounts& counts = status.counts;
    TranslationStatus result{status.language,  status.review == model::Review::Reviewed,
                             counts.texts,     counts.translated,
                             counts.missing,   counts.stale,
                             counts.obsolete,  counts.identical,
                             counts.mismatched};
    if (!input.rooms.empty()) result.too_long = counts.too_long;
    return result;
}

/// The catalogues of a language's locales and of a language without any.
class Reading {
public:
    explicit Reading(const DatasetInput& dataset)
        : dataset_(dataset), places_(dataset.file.name, dataset.file.bytes) {}

    i18n::LanguageInput read(const Language& language) {
        i18n::LanguageInput input;
        input.language = language.tag;
        input.dataset = &places_;
        for (const LocaleInput* locale : language.locales) {
            locale_places_.emplace_back(locale->file.name, locale->file.bytes);
            input.places.push_back(&locale_places_.back());
            input.locales.push_back(&locale->locale);
            add({locale->locale.language, &locale->locale}, input);
        }
        if (language.locales.empty()) add({language.tag, nullptr}, input);
        return input;
    }

private:
    void add(const i18n::Target& target, i18n::LanguageInput& input) {
        catalogues_.push_back(i18n::make_catalogue(dataset_.dataset, places_, target));
        input.catalogues.push_back(&catalogues_.back());
    }

    const DatasetInput& dataset_;
    i18n::Places places_;
    std::deque<i18n::Places> locale_places_;
    std::deque<i18n::Catalogue> catalogues_;
};

/// A language whose words are those of the dataset: its own, and its regions.
bool is_source(const Language& language, const std::string& source) {
    if (language.tag == source) return true;
    const bool is_region = language.tag.starts_with(source + "-");
    return is_region && language.locales.empty();
}

Diagnostic no_locales(const DatasetInput& dataset, const std::string& name) {
    return note("no-locales", "there are no locales beside it",
                {"a first one: broadside i18n extract " + name + " --lang LANG"})
        .at({dataset.file.name});
}

}  // namespace

Result<StatusReport> translation_status(const Job& job, TranslationRule rule, FileStore& store) {
    RememberedStreams files(store);
    Diagnostics diagnostics;
    const auto dataset = take(read_dataset(job, files), diagnostics);
    if (!dataset) return diagnostics;
    Job all = job;
    if (all.languages.empty()) all.languages = {"all"};
    const Languages languages = read_languages(all, *dataset, files, diagnostics);
    const bool has_any = !languages.languages.empty();
    const TranslationRooms rooms =
        has_any ? measure_translations(job, files, diagnostics) : TranslationRooms();
    count_equal(diagnostics);
    if (!has_any || outcome_of(diagnostics) == Outcome::WrongUse) return diagnostics;
    StatusReport report;
    // A locale that cannot be read hides nothing of the others.
    report.problems = std::move(diagnostics);
    for (const Language& language : languages.languages) {
        if (is_source(language, dataset->dataset.language)) continue;
        Reading reading(*dataset);
        i18n::LanguageInput input = reading.read(language);
        const auto measured = rooms.find(language.tag);
        if (measured != rooms.end()) input.rooms = measured->second;
        const auto status = i18n::status_of(input, strictness_of(rule), report.problems);
        report.languages.push_back(public_status(status, input));
    }
    const auto locales = known_locales(*dataset, files);
    if (locales && locales->empty()) report.problems.push_back(no_locales(*dataset, job.dataset));
    return report;
}

}  // namespace broadside
