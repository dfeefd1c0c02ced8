#include <algorithm>
#include <map>
#include <optional>
#include <utility>

#include <fmt/format.h>

#include "broadside/i18n/catalogue.hpp"
#include "broadside/i18n/delivery.hpp"
#include "broadside/i18n/locale_update.hpp"
#include "broadside/i18n/merge.hpp"
#include "broadside/load/json_tree.hpp"
#include "broadside/load/text_rules.hpp"
#include "broadside/load/utf8.hpp"
#include "broadside/take.hpp"
#include "broadside/translation_inputs.hpp"
#include "broadside/translations.hpp"

namespace broadside {

namespace {

using Diagnostics = std::vector<Diagnostic>;

Diagnostic error_in(const i18n::Delivery& delivery, std::string code, std::string message,
                    std::string hint) {
    Diagnostic diagnostic;
    diagnostic.code = std::move(code);
    diagnostic.file = delivery.file;
    diagnostic.message = std::move(message);
    diagnostic.hints = {std::move(hint)};
    return diagnostic;
}

/// A locale lies one folder below its dataset, and so its schema's path is one longer.
std::string locale_schema(const DatasetInput& dataset) {
    constexpr std::string_view kOfDatasets = "dataset.schema.json";
    const std::string_view text = load::without_byte_order_mark(dataset.file.bytes);
    load::Report ignored(dataset.file.name, text);
    const auto root = load::parse_json(text, ignored);
    const load::JsonMember* member = root ? root->find("$schema") : nullptr;
    if (member == nullptr || !member->value.text.ends_with(kOfDatasets)) return "";
    std::string schema = member->value.text;
    schema.replace(schema.size() - kOfDatasets.size(), kOfDatasets.size(), "locale.schema.json");
    const bool is_absolute = schema.front() == '/' || schema.find("://") != std::string::npos;
    return is_absolute ? schema : "../" + schema;
}

/// One locale while files are merged into it.
struct Locale {
    MergedLocale report;
    std::optional<LocaleInput> input;
};

class Merging {
public:
    Merging(const Job& job, const MergeRequest& request, const TranslationInputs& inputs)
        : job_(job), request_(request), inputs_(inputs) {}

    void add(const i18n::Delivery& delivery) {
        const auto tag = language_of(delivery);
        if (!tag) return;
        Locale* locale = open(*tag);
        if (locale == nullptr) return;
        const i18n::Target target{*tag, locale->input ? &locale->input->locale : nullptr};
        const i18n::Catalogue catalogue =
            i18n::make_catalogue(inputs_.dataset().dataset, inputs_.places(), target);
        const bool take_all = request_.fuzzy == FuzzyEntries::Taken;
        i18n::Merge merge =
            i18n::merge(catalogue, delivery, take_all ? i18n::Fuzzy::Take : i18n::Fuzzy::Leave);
        diagnostics.insert(diagnostics.end(), merge.diagnostics.begin(), merge.diagnostics.end());
        count(merge.counts, locale->report);
        if (!merge.is_empty()) change(*locale, catalogue, merge.change, delivery);
    }

    std::vector<OutputFile> outputs() const {
        std::vector<OutputFile> outputs;
        for (const std::string& tag : order_) {
            const Locale& locale = locales_.at(tag);
            if (locale.report.is_written)
                outputs.push_back({locale.report.path, locale.input->file.bytes});
        }
        return outputs;
    }

    std::vector<MergedLocale> reports() const {
        std::vector<MergedLocale> reports;
        for (const std::string& tag : order_) reports.push_back(locales_.at(tag).report);
        return reports;
    }

    Diagnostics diagnostics;

private:
    std::optional<std::string> language_of(const i18n::Delivery& delivery) {
        const auto refuse = [&](std::string message, std::string hint) {
            diagnostics.push_back(
                error_in(delivery, "wrong-translation", std::move(message), std::move(hint)));
            return std::nullopt;
        };
        const model::Dataset& dataset = inputs_.dataset().dataset;
        if (!delivery.dataset.empty() && delivery.dataset != dataset.id) {
            return refuse(fmt::format("expected translations of \"{}\", got those of \"{}\"",
                                      dataset.id, delivery.dataset),
                          "a file is merged into the dataset it was extracted from");
        }
        const std::string wanted = job_.languages.empty() ? "" : job_.languages.front();
        const std::string tag = delivery.language.empty() ? wanted : delivery.language;
        if (!wanted.empty() && tag != wanted)
            return refuse(fmt::format("expected the language {}, got {}", wanted, tag),
                          "leave out --lang to take what the file says");
        if (!load::is_language_tag(tag))
            return refuse(fmt::format("expected a language, got \"{}\"", tag),
                          "name it with --lang, or in the file's header");
        if (tag == dataset.language)
            return refuse(
                fmt::format("expected a translation, got the dataset's own language {}", tag),
                "a template gets its language where it is translated");
        return tag;
    }

    /// Null when there is a file with errors.
    Locale* open(const std::string& tag) {
        const auto found = locales_.find(tag);
        if (found != locales_.end()) return &found->second;
        Locale locale;
        const std::size_t before = diagnostics.size();
        locale.input = inputs_.read_locale(tag, diagnostics);
        if (diagnostics.size() > before) return nullptr;
        locale.report.path = locale_path(inputs_.dataset(), tag);
        locale.report.language = tag;
        locale.report.is_new = !locale.input;
        order_.push_back(tag);
        return &locales_.emplace(tag, std::move(locale)).first->second;
    }

    static void count(const i18n::MergeCounts& counts, MergedLocale& report) {
        report.added += counts.added;
        report.changed += counts.changed;
        report.confirmed += counts.confirmed;
        report.fuzzy += counts.fuzzy;
        report.refused += counts.refused;
    }

    void change(Locale& locale, const i18n::Catalogue& catalogue, const i18n::LocaleChange& change,
                const i18n::Delivery& delivery) {
        std::string bytes;
        if (locale.input) {
            auto updated = i18n::update_locale({locale.input->file.bytes, &locale.input->locale},
                                               catalogue, change);
            if (updated.comments == i18n::Comments::Lost) warn_of_comments(locale);
            bytes = std::move(updated.bytes);
        } else {
            bytes = i18n::new_locale(catalogue, change,
                                     {locale_schema(inputs_.dataset()), delivery.digits});
        }
        // Nothing is written that could not be read again.
        auto loaded = take(load::load_locale({locale.report.path, bytes}), diagnostics);
        if (!loaded) return;
        locale.input = LocaleInput{{locale.report.path, std::move(bytes)}, *std::move(loaded)};
        locale.report.is_written = true;
    }

    void warn_of_comments(const Locale& locale) {
        Diagnostic diagnostic;
        diagnostic.severity = Severity::Warning;
        diagnostic.code = "comments-lost";
        diagnostic.file = locale.report.path;
        diagnostic.message = "texts are added, and the comments of the file are lost";
        diagnostics.push_back(std::move(diagnostic));
    }

    const Job& job_;
    const MergeRequest& request_;
    const TranslationInputs& inputs_;
    std::map<std::string, Locale> locales_;
    std::vector<std::string> order_;
};

Diagnostics check_request(const Job& job, const MergeRequest& request) {
    if (request.files.empty())
        return {wrong_translation_use("no-translations", "expected a PO or JSON file to merge")};
    if (job.dataset == kStandardStream)
        return {wrong_translation_use("dataset-is-stream",
                                      "expected a dataset with a folder, where its locales lie")};
    if (job.languages.size() > 1 || (!job.languages.empty() && job.languages.front() == "all"))
        return {wrong_translation_use("several-languages", "expected one language after --lang")};
    return {};
}

}  // namespace

Result<std::vector<MergedLocale>> merge_translations(const Job& job, const MergeRequest& request,
                                                     FileStore& files, ByteSink& sink) {
    if (auto errors = check_request(job, request); !errors.empty()) return errors;
    Diagnostics diagnostics;
    const auto inputs = TranslationInputs::read(job, files, diagnostics);
    if (!inputs) return diagnostics;
    Merging merging(job, request, *inputs);
    for (const std::string& path : request.files) {
        const auto bytes = take(files.read(path), merging.diagnostics);
        if (!bytes) continue;
        const std::string name = path == kStandardStream ? "<stdin>" : path;
        const auto delivery = take(i18n::read_delivery({name, *bytes}), merging.diagnostics);
        if (delivery) merging.add(*delivery);
    }
    diagnostics.insert(diagnostics.end(), merging.diagnostics.begin(), merging.diagnostics.end());
    if (has_errors(diagnostics)) return diagnostics;
    const auto outputs = merging.outputs();
    if (outputs.empty()) return {merging.reports(), std::move(diagnostics)};
    if (auto errors = sink.write(outputs); !errors.empty()) return errors;
    return {merging.reports(), std::move(diagnostics)};
}

}  // namespace broadside
