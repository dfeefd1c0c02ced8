#include "broadside/job/translation_rooms.hpp"

#include <algorithm>
#include <utility>

#include "broadside/job/editions.hpp"
#include "broadside/job/input.hpp"
#include "broadside/job/languages.hpp"
#include "broadside/job/length_budget.hpp"
#include "broadside/job/sources.hpp"
#include "broadside/job/translation_inputs.hpp"

namespace broadside {

namespace {

using Diagnostics = std::vector<Diagnostic>;

/// Of the languages asked for, those that have words, and the one that they come from.
std::vector<std::string> languages_to_set(const Job& job, FileStore& files) {
    std::vector<std::string> languages;
    const auto dataset = read_dataset(job, files);
    if (!dataset) return languages;
    const auto locales = known_locales(*dataset, files);
    const auto known = locales ? *locales : std::vector<std::string>();
    languages.push_back(dataset->dataset.language);
    for (const std::string& tag : job.languages) {
        const bool has_words = std::find(known.begin(), known.end(), tag) != known.end();
        if (tag == "all" || has_words) languages.push_back(tag);
    }
    if (job.languages.empty()) languages.emplace_back("all");
    return languages;
}

}  // namespace

MeasuredLengths measure_translations(const Job& job, FileStore& files, Diagnostics& diagnostics) {
    MeasuredLengths measured;
    if (job.layouts.empty()) {
        if (!job.font_manifest.empty())
            diagnostics.push_back(wrong_use(
                "job-nothing-to-measure", "expected a layout to measure in with these fonts",
                {"name one with --layout, or leave out --font-manifest"}));
        return measured;
    }
    Job asked = job;
    asked.languages = languages_to_set(job, files);
    const auto sources = read_sources(asked, Need::Pages, files, diagnostics);
    if (!sources) return measured;
    const auto shaper = take(open_shaper(*sources), diagnostics);
    if (!shaper) return measured;
    const Languages all = languages_of_locked_grids(asked, *sources, files);
    for (const LayoutSource& layout : sources->layouts) {
        if (!layout.has_all_families) continue;
        const auto budgets =
            take(length_budgets_of_job(*sources, layout, all, **shaper), diagnostics);
        if (!budgets) continue;
        for (const LanguageBudgets& language : *budgets) {
            measured[language.language].push_back({layout.input.layout.name, language.texts});
        }
    }
    // What is missing, stale, obsolete or mismatched is counted by those who ask.
    std::erase_if(diagnostics, [](const Diagnostic& diagnostic) {
        return diagnostic.code == "untranslated" || diagnostic.code == "stale-translation" ||
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
