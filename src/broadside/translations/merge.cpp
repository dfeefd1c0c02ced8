#include <map>
#include <optional>
#include <utility>

#include <fmt/format.h>

#include "broadside/editions/editions.hpp"
#include "broadside/files/paths.hpp"
#include "broadside/files/remembering_stores.hpp"
#include "broadside/i18n/catalogue.hpp"
#include "broadside/i18n/exchange.hpp"
#include "broadside/i18n/locale_update.hpp"
#include "broadside/i18n/localize.hpp"
#include "broadside/i18n/merge.hpp"
#include "broadside/translations.hpp"
#include "broadside/translations/inputs.hpp"

namespace broadside {

namespace {

/// One locale while files are merged into it.
struct Locale {
    MergedLocale report;
    std::optional<LocaleInput> input;
};

class Merging {
public:
    Merging(const Job& job, const MergeRequest& request, const TranslationInputs& inputs)
        : job_(job), request_(request), inputs_(inputs) {}

    void add(const i18n::ExchangeFile& file) {
        const model::Dataset& dataset = inputs_.dataset().dataset;
        const auto tag = take(i18n::language_of(file, {dataset.id, dataset.language, known_tags(),
                                                       wanted_language()}),
                              diagnostics);
        if (!tag) return;
        Locale* locale = open(*tag);
        if (locale == nullptr) return;
        const i18n::Target target{*tag, locale->input ? &locale->input->locale : nullptr};
        const i18n::Catalogue catalogue = i18n::make_catalogue(dataset, target);
        const i18n::Merge merge = i18n::merge(catalogue, file, request_.fuzzy, locale->report);
        append(diagnostics, merge.diagnostics);
        if (!merge.is_empty()) change(*locale, catalogue, merge.change, file);
        tell_of_review(*locale, file);
    }

    std::vector<OutputFile> outputs() const {
        std::vector<OutputFile> outputs;
        for (const std::string& tag : order_) {
            const Locale& locale = locales_.at(tag);
            if (locale.report.is_written)
                outputs.push_back({locale.report.path, locale.input->file->bytes});
        }
        return outputs;
    }

    std::vector<MergedLocale> reports() const {
        std::vector<MergedLocale> reports;
        for (const std::string& tag : order_) {
            reports.push_back(locales_.at(tag).report);
            shorten(reports.back().unknown);
        }
        return reports;
    }

    Diagnostics diagnostics;

private:
    std::string wanted_language() const {
        return job_.languages.empty() ? "" : job_.languages.front();
    }

    /// Of the locales that lie there, and of those that files of this run have made.
    std::vector<std::string> known_tags() const {
        std::vector<std::string> tags = inputs_.locale_tags();
        tags.insert(tags.end(), order_.begin(), order_.end());
        return tags;
    }

    /// Null when there is a file with errors.
    Locale* open(const std::string& tag) {
        const auto opened = locales_.find(tag);
        if (opened != locales_.end()) return &opened->second;
        Locale locale;
        Diagnostics found;
        locale.input = inputs_.read_locale(tag, found);
        append(diagnostics, found);
        if (has_errors(found)) return nullptr;
        locale.report.path = inputs_.locale_path(tag);
        locale.report.language = tag;
        locale.report.is_new = !locale.input;
        order_.push_back(tag);
        return &locales_.emplace(tag, std::move(locale)).first->second;
    }

    void change(Locale& locale, const i18n::Catalogue& catalogue, const i18n::LocaleChange& change,
                const i18n::ExchangeFile& file) {
        std::string bytes;
        if (locale.input) {
            auto updated = i18n::update_locale({locale.input->file.get(), &locale.input->locale},
                                               catalogue, change);
            if (updated.comments == i18n::Comments::Lost) warn_of_comments(locale);
            bytes = std::move(updated.bytes);
        } else {
            bytes = i18n::new_locale(
                catalogue, change,
                {locale_schema(inputs_.dataset(), folder_of(locale.report.path)), file.digits});
        }
        // Nothing is written that could not be read again.
        InputFile written = kept(locale.report.path, std::move(bytes));
        auto loaded = take(load::load_locale(*written), diagnostics);
        if (!loaded) return;
        const bool was_reviewed = locale.input && locale.input->locale.is_reviewed;
        if (was_reviewed && !loaded->is_reviewed) warn_of_draft(locale, change);
        locale.input = LocaleInput{std::move(written), *std::move(loaded)};
        locale.report.is_written = true;
    }

    void warn_of_comments(const Locale& locale) {
        diagnostics.push_back(
            warning("comments-lost", "texts are added, and the comments of the file are lost")
                .at({locale.report.path}));
    }

    void warn_of_draft(Locale& locale, const i18n::LocaleChange& change) {
        locale.report.became_draft = true;
        const std::size_t count = change.texts.size();
        std::vector<std::string> keys;
        for (const auto& [key, text] : change.texts) keys.push_back(key);
        diagnostics.push_back(
            warning("review-withdrawn",
                    fmt::format("\"reviewed\" becomes \"draft\": {} {} new words", count,
                                count == 1 ? "text has" : "texts have"),
                    {i18n::listed(keys),
                     "write \"review\": \"reviewed\" again once a native speaker has read them"})
                .at({locale.report.path}));
    }

    /// That a file calls itself reviewed says nothing of the texts that it does not have.
    void tell_of_review(const Locale& locale, const i18n::ExchangeFile& file) {
        const bool is_draft = locale.input && !locale.input->locale.is_reviewed;
        if (!file.is_reviewed.value_or(false) || !is_draft) return;
        diagnostics.push_back(
            note("review-not-taken",
                 fmt::format("stays a draft, though {} is \"reviewed\"", file.name),
                 {"once all of it is, write \"review\": \"reviewed\" into the locale"})
                .at({locale.report.path}));
    }

    const Job& job_;
    const MergeRequest& request_;
    const TranslationInputs& inputs_;
    std::map<std::string, Locale> locales_;
    std::vector<std::string> order_;
};

Diagnostics check_request(const Job& job, const MergeRequest& request) {
    if (request.files.empty())
        return {wrong_use("job-no-translations", "expected a PO or JSON file to merge")};
    if (job.dataset == kStandardStream)
        return {wrong_use("job-dataset-is-stream",
                          "expected a dataset with a folder, where its locales lie")};
    if (job.languages.size() > 1 ||
        (!job.languages.empty() && job.languages.front() == kAllLanguages))
        return {wrong_use("job-several-languages", "expected one language after --lang")};
    return {};
}

}  // namespace

Result<std::vector<MergedLocale>> merge_translations(const Job& job, const MergeRequest& request,
                                                     FileStore& store, ByteSink& sink) {
    RememberedStreams files(store);
    if (auto errors = check_request(job, request); !errors.empty()) return errors;
    Diagnostics diagnostics;
    const auto inputs = TranslationInputs::read(job, files, diagnostics);
    if (!inputs) return diagnostics;
    Merging merging(job, request, *inputs);
    for (const std::string& path : request.files) {
        auto bytes = take(files.read(path), merging.diagnostics);
        if (!bytes) continue;
        const SourceFile source{shown_name(path), *std::move(bytes)};
        const auto file = take(i18n::read_exchange(source), merging.diagnostics);
        if (file) merging.add(*file);
    }
    append(diagnostics, std::move(merging.diagnostics));
    count_equal(diagnostics);
    if (has_errors(diagnostics)) return diagnostics;
    const auto outputs = merging.outputs();
    if (outputs.empty()) return {merging.reports(), std::move(diagnostics)};
    if (auto errors = sink.write(outputs); !errors.empty()) return errors;
    return {merging.reports(), std::move(diagnostics)};
}

}  // namespace broadside
