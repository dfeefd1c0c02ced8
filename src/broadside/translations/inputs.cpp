#include "broadside/translations/inputs.hpp"

#include <filesystem>
#include <utility>

#include "broadside/base/contains.hpp"
#include "broadside/editions/editions.hpp"
#include "broadside/files/paths.hpp"
#include "broadside/i18n/exchange.hpp"

namespace broadside {

namespace {

/// Of the languages asked for, those that have words, and the one that they come from.
std::vector<std::string> languages_to_set(const Job& job, const DatasetInput& dataset,
                                          FileStore& files) {
    const auto known = known_locales(dataset, files);
    std::vector<std::string> languages{dataset.dataset.language};
    for (const std::string& tag : job.languages) {
        if (tag == kAllLanguages || (known && contains(*known, tag))) languages.push_back(tag);
    }
    if (job.languages.empty()) languages.emplace_back(kAllLanguages);
    return languages;
}

}  // namespace

std::optional<TranslationInputs> TranslationInputs::read(const Job& job, FileStore& files,
                                                         Diagnostics& diagnostics) {
    auto dataset = take(read_dataset(job, files), diagnostics);
    if (!dataset) return std::nullopt;
    auto tags = take(known_locales(*dataset, files), diagnostics);
    if (!tags) return std::nullopt;
    return TranslationInputs(job, files, *std::move(dataset), *std::move(tags));
}

TranslationInputs::TranslationInputs(const Job& job, FileStore& files, DatasetInput dataset,
                                     std::vector<std::string> tags)
    : job_(job), files_(&files), dataset_(std::move(dataset)), tags_(std::move(tags)) {}

std::string TranslationInputs::locale_path(const std::string& tag) const {
    return broadside::locale_path(dataset_, tag, *files_);
}

std::optional<LocaleInput> TranslationInputs::read_locale(const std::string& tag,
                                                          Diagnostics& diagnostics) const {
    if (!contains(tags_, tag)) return std::nullopt;
    Job job = job_;
    job.languages = {tag};
    Languages read = read_languages(job, dataset_, *files_, diagnostics);
    for (LocaleInput& input : read.files) {
        if (input.locale.language == tag) return std::move(input);
    }
    return std::nullopt;
}

std::string locale_schema(const DatasetInput& dataset, std::string_view folder) {
    constexpr std::string_view kOfDatasets = "dataset.schema.json";
    std::string schema = i18n::json_member(*dataset.file, "$schema");
    if (!schema.ends_with(kOfDatasets)) return "";
    schema.replace(schema.size() - kOfDatasets.size(), kOfDatasets.size(), "locale.schema.json");
    const bool is_absolute = schema.front() == '/' || schema.find("://") != std::string::npos;
    if (is_absolute) return schema;
    const std::filesystem::path path = joined(dataset.folder, schema);
    return path.lexically_normal()
        .lexically_relative(std::filesystem::path(folder).lexically_normal())
        .generic_string();
}

MeasuredLengths measure_translations(const Job& job, const DatasetInput& dataset, FileStore& files,
                                     Diagnostics& diagnostics) {
    MeasuredLengths measured;
    if (job.layouts.empty()) {
        if (!job.font_manifest.empty())
            diagnostics.push_back(wrong_use(
                "job-nothing-to-measure", "expected a layout to measure in with these fonts",
                {"name one with --layout, or leave out --font-manifest"}));
        return measured;
    }
    Job asked = job;
    asked.languages = languages_to_set(job, dataset, files);
    for (LayoutBudgets& layout : measure_budgets(asked, files, diagnostics)) {
        for (LanguageBudgets& language : layout.languages)
            measured[language.language].push_back({layout.layout, std::move(language.texts)});
    }
    // What is missing, stale, obsolete or mismatched is counted by those who ask.
    std::erase_if(diagnostics, [](const Diagnostic& diagnostic) {
        return diagnostic.code == "untranslated" || diagnostic.code == "translation-stale" ||
               diagnostic.code == "unknown-translation" || diagnostic.code == "loose-markup";
    });
    return measured;
}

const std::vector<i18n::LayoutLengths>& lengths_of(const MeasuredLengths& lengths,
                                                   const std::string& language,
                                                   const std::string& source) {
    static const std::vector<i18n::LayoutLengths> none;
    auto found = lengths.find(language);
    if (found == lengths.end()) found = lengths.find(source);
    return found == lengths.end() ? none : found->second;
}

}  // namespace broadside
