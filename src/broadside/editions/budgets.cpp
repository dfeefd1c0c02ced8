#include "broadside/budgets.hpp"

#include <algorithm>
#include <utility>

#include "broadside/files/remembering_stores.hpp"

#include "broadside/editions/editions.hpp"
#include "broadside/layout/measure_budgets.hpp"
#include "broadside/model/text_slots.hpp"

namespace broadside {

namespace {

/// The key of every text of a language, by where its words stand.
std::map<SourcePlace, std::string> keys_by_origin(const Sources& sources,
                                                  const Language& language) {
    const auto localized = dataset_in(language, sources.dataset.dataset);
    std::map<SourcePlace, std::string> keys;
    model::visit_texts(localized->dataset, [&keys](const model::TextSlot& slot) {
        keys.emplace(slot.text->place, slot.key);
    });
    return keys;
}

LengthBudget in_millimetres(const layout::TextBudget& budget) {
    return {budget.available / millimetres(1), budget.used / millimetres(1),
            budget.characters_available, budget.characters_used};
}

/// The source language first: its edition is the reference, and its texts are everybody's.
std::vector<Language> with_source(const Sources& sources, const std::vector<Language>& languages) {
    std::vector<Language> all = {{sources.dataset.dataset.language, {}}};
    for (const Language& language : languages) {
        if (language.tag != all.front().tag) all.push_back(language);
    }
    return all;
}

/// How long every text of one layout may be: what translators ask, answered from the page itself.
/// Texts that do not stand on the page (metadata, symbols' alternatives, what the layout leaves
/// out) are absent; one that stands at several places has the budget of the tightest.
///
/// Where the layout locks its editions, places are those of the grid that all of the languages and
/// the source language share, and nothing is ever over; else those of the source language's
/// edition, at its type size.
class BudgetReport {
public:
    BudgetReport(const Sources& sources, const LayoutSource& layout, text::Shaper& shaper)
        : sources_(sources), layout_(layout), shaper_(shaper) {}

    /// One entry for each of `languages` that can be set, in their order. Problems of single
    /// languages come back as warnings. Fails when the reference does not fit its pages itself.
    Result<std::vector<LanguageBudgets>> on(const std::vector<Language>& languages) {
        std::vector<Language> set;
        for (const Language& language : with_source(sources_, languages)) {
            auto edition = resolve_edition(sources_, {layout_, first_page(sources_)}, language);
            if (!edition && set.empty()) return edition.diagnostics();
            keep_as_warnings(edition.diagnostics());
            if (!edition) continue;
            documents_.push_back(std::move(edition).value().document);
            set.push_back(language);
        }
        auto measured = take(measure(), warnings_);
        if (!measured) return located();
        std::vector<LanguageBudgets> budgets;
        for (const Language& language : languages) {
            for (std::size_t i = 0; i < set.size(); ++i) {
                if (set[i].tag != language.tag) continue;
                keep_as_warnings((*measured)[i].missing_glyphs);
                if ((*measured)[i].missing_glyphs.empty())
                    budgets.push_back(by_key(language, (*measured)[i].texts));
            }
        }
        return {std::move(budgets), located()};
    }

private:
    Result<std::vector<layout::DocumentBudgets>> measure() {
        std::vector<const doc::Document*> documents;
        for (const doc::Document& document : documents_) documents.push_back(&document);
        const auto grid =
            is_locked(layout_) ? layout::ReferenceGrid::Shared : layout::ReferenceGrid::First;
        return layout::measure_budgets(documents, grid, shaper_);
    }

    LanguageBudgets by_key(const Language& language,
                           const std::vector<layout::TextBudget>& texts) const {
        const std::map<SourcePlace, std::string> keys = keys_by_origin(sources_, language);
        LanguageBudgets budgets{language.tag, {}};
        for (const layout::TextBudget& text : texts) {
            const auto key = keys.find(text.origin);
            if (key == keys.end()) continue;
            const LengthBudget budget = in_millimetres(text);
            const auto [known, is_new] = budgets.texts.emplace(key->second, budget);
            if (!is_new && left_of(budget) < left_of(known->second)) known->second = budget;
        }
        return budgets;
    }

    static double left_of(const LengthBudget& budget) {
        return budget.mm_available - budget.mm_used;
    }

    void keep_as_warnings(const Diagnostics& diagnostics) {
        for (Diagnostic diagnostic : diagnostics) {
            if (diagnostic.severity == Severity::Error) diagnostic.severity = Severity::Warning;
            warnings_.push_back(std::move(diagnostic));
        }
    }

    Diagnostics located() {
        locate(warnings_, layout_);
        count_equal(warnings_);
        return warnings_;
    }

    const Sources& sources_;
    const LayoutSource& layout_;
    text::Shaper& shaper_;
    std::vector<doc::Document> documents_;
    Diagnostics warnings_;
};

bool has_tag(const std::vector<Language>& languages, const std::string& tag) {
    return std::any_of(languages.begin(), languages.end(),
                       [&tag](const Language& language) { return language.tag == tag; });
}

/// Whether one of these languages alone is to blame.
bool is_of(const std::vector<Language>& languages, const Diagnostic& problem) {
    return std::any_of(languages.begin(), languages.end(), [&problem](const Language& language) {
        const bool has_own = !language.locales.empty();
        return language.tag == problem.language ||
               (has_own && language.locales.front()->file->name == problem.file);
    });
}

/// Every language of the dataset, where a layout of the job locks its grid; none else. What is
/// wrong with one of them is not told: it is, to those who ask for that language.
Languages languages_of_locked_grids(const Job& job, const Sources& sources, FileStore& files) {
    if (std::none_of(sources.layouts.begin(), sources.layouts.end(), is_locked)) return {};
    Job all = job;
    all.languages = {kAllLanguages};
    Diagnostics ignored;
    return read_languages(all, sources.dataset, files, ignored);
}

/// The budgets of the sources' languages. In a locked layout each of `all` has a say in the grid,
/// whichever the job asks for, so that a text always has the same room.
Result<std::vector<LanguageBudgets>> budgets_in(const Sources& sources, const LayoutSource& layout,
                                                const Languages& all, text::Shaper& shaper) {
    const std::vector<Language>& asked = sources.languages.languages;
    if (!is_locked(layout)) return BudgetReport(sources, layout, shaper).on(asked);
    std::vector<Language> others = all.languages;
    std::erase_if(others, [&asked](const Language& one) { return has_tag(asked, one.tag); });
    std::vector<Language> languages = asked;
    languages.insert(languages.end(), others.begin(), others.end());
    Diagnostics found;
    auto budgets = take(BudgetReport(sources, layout, shaper).on(languages), found);
    std::erase_if(found, [&](const Diagnostic& problem) {
        return problem.severity != Severity::Error && is_of(others, problem);
    });
    if (!budgets) return found;
    std::erase_if(*budgets,
                  [&](const LanguageBudgets& one) { return !has_tag(asked, one.language); });
    return {*std::move(budgets), std::move(found)};
}

}  // namespace

std::vector<LayoutBudgets> measure_budgets(const Job& job, FileStore& files,
                                           Diagnostics& diagnostics) {
    std::vector<LayoutBudgets> measured;
    const auto sources = read_sources(job, SourcesFor::Pages, files, diagnostics);
    if (!sources) return measured;
    const auto shaper = take(open_shaper(*sources), diagnostics);
    if (!shaper) return measured;
    const Languages all = languages_of_locked_grids(job, *sources, files);
    for (const LayoutSource& layout : sources->layouts) {
        if (!layout.has_all_families) continue;
        auto languages = take(budgets_in(*sources, layout, all, **shaper), diagnostics);
        if (languages) measured.push_back({layout.input.layout.name, *std::move(languages)});
    }
    return measured;
}

Result<std::vector<LayoutBudgets>> budgets(const Job& job, FileStore& store) {
    RememberedStreams files(store);
    Diagnostics diagnostics;
    std::vector<LayoutBudgets> report = measure_budgets(job, files, diagnostics);
    count_equal(diagnostics);
    if (has_errors(diagnostics)) return diagnostics;
    return {std::move(report), std::move(diagnostics)};
}

}  // namespace broadside
