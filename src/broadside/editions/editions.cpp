#include "broadside/editions/editions.hpp"

#include <algorithm>
#include <memory>
#include <utility>

#include "broadside/layout/layout.hpp"
#include "broadside/load/syntax/places.hpp"
#include "broadside/resolve/resolve.hpp"
#include "broadside/text/pango_shaper.hpp"

namespace broadside {

namespace {

using Diagnostics = std::vector<Diagnostic>;

Diagnostics located(Diagnostics found, const LayoutSource& layout) {
    locate(found, layout);
    count_equal(found);
    shorten(found);
    return found;
}

/// `diagnostics` are not yet located.
std::optional<ResolvedEdition> resolved(const Sources& sources, const LayoutSource& layout,
                                        const Language& language, Diagnostics& diagnostics) {
    auto localized = take(localize(sources, language), diagnostics);
    if (!localized) return std::nullopt;
    const model::Project project{std::move(localized->dataset), layout.input.layout, layout.symbols,
                                 sources.codes};
    auto document = take(resolve::resolve(project), diagnostics);
    if (!document || !layout.has_all_symbols) return std::nullopt;
    return ResolvedEdition{*std::move(document), std::move(localized->translation)};
}

/// A failed result that reports nothing of its own: the cause is already told.
template <typename T>
Result<T> result_of(std::optional<T> value, Diagnostics diagnostics) {
    if (!value || has_errors(diagnostics)) return diagnostics;
    return {*std::move(value), std::move(diagnostics)};
}

/// Languages of one layout on their way to one grid.
class EditionsTogether {
public:
    EditionsTogether(const Sources& sources, const LayoutSource& layout,
                     const std::vector<Language>& languages)
        : sources_(sources), layout_(layout), languages_(languages) {}

    std::vector<Result<Edition>> set(text::Shaper& shaper) {
        for (const Language& language : languages_) {
            Diagnostics& found = found_.emplace_back();
            resolved_.push_back(resolved(sources_, layout_, language, found));
        }
        if (layout_.has_all_families) lay_out(shaper);
        set_.resize(languages_.size());
        std::vector<Result<Edition>> results;
        for (std::size_t i = 0; i < languages_.size(); ++i)
            results.push_back(
                result_of(std::move(set_[i]), located(std::move(found_[i]), layout_)));
        return results;
    }

private:
    void lay_out(text::Shaper& shaper) {
        std::vector<const doc::Document*> documents;
        for (const auto& edition : resolved_) {
            if (edition) documents.push_back(&edition->document);
        }
        if (documents.empty()) return;
        auto laid = layout::layout_together(documents, shaper);
        auto next = laid.begin();
        for (std::size_t i = 0; i < languages_.size(); ++i) {
            set_.emplace_back();
            if (resolved_[i]) finish(i, std::move(*next++));
        }
    }

    void finish(std::size_t i, Result<placed::Document> laid) {
        const std::size_t before = found_[i].size();
        auto placed = take(std::move(laid), found_[i]);
        if (languages_.size() == 1) name_language(before);
        if (!placed) return;
        set_[i] = Edition{layout_.input.layout.name, languages_[i].tag,
                          std::move(resolved_[i]->translation), *std::move(placed)};
    }

    /// What only one language is to blame for says so; the rest is the same in all of them.
    void name_language(std::size_t from) {
        const Language& language = languages_.front();
        for (std::size_t i = from; i < found_.front().size(); ++i) {
            if (!language.locales.empty()) found_.front()[i].language = language.tag;
        }
    }

    const Sources& sources_;
    const LayoutSource& layout_;
    const std::vector<Language>& languages_;
    std::vector<Diagnostics> found_;
    std::vector<std::optional<ResolvedEdition>> resolved_;
    std::vector<std::optional<Edition>> set_;
};

}  // namespace

Result<std::unique_ptr<text::Shaper>> open_shaper(const Sources& sources) {
    // Both are parts of one input.
    std::shared_ptr<const FontManifest> manifest(sources.fonts, &sources.fonts->manifest);
    return text::make_pango_shaper(std::move(manifest), sources.font_files);
}

Result<i18n::Localized> localize(const Sources& sources, const Language& language) {
    std::vector<const model::Locale*> locales;
    for (const LocaleInput* locale : language.locales) locales.push_back(&locale->locale);
    return i18n::localize(sources.dataset.dataset, language.tag, locales);
}

void locate(Diagnostics& found, const LayoutSource& layout) {
    load::locate(found);
    for (Diagnostic& diagnostic : found) {
        if (diagnostic.file.empty()) diagnostic.file = layout.input.file->name;
    }
}

Result<ResolvedEdition> resolve_edition(const Sources& sources, const LayoutSource& layout,
                                        const Language& language) {
    Diagnostics found;
    auto edition = resolved(sources, layout, language, found);
    return result_of(std::move(edition), located(std::move(found), layout));
}

std::vector<Result<Edition>> set_editions_together(const Sources& sources,
                                                   const LayoutSource& layout,
                                                   const std::vector<Language>& languages,
                                                   text::Shaper& shaper) {
    return EditionsTogether(sources, layout, languages).set(shaper);
}

Result<Edition> set_edition(const Sources& sources, const LayoutSource& layout,
                            const Language& language, text::Shaper& shaper) {
    return std::move(set_editions_together(sources, layout, {language}, shaper).front());
}

bool is_locked(const LayoutSource& layout) {
    return layout.input.layout.fit && layout.input.layout.fit->lock;
}

std::vector<Diagnostic> check_references(const Sources& sources, const LayoutSource& layout) {
    Diagnostics diagnostics;
    for (const Language& language : sources.languages.languages) {
        Diagnostics found = resolve_edition(sources, layout, language).diagnostics();
        diagnostics.insert(diagnostics.end(), found.begin(), found.end());
    }
    count_equal(diagnostics);
    return diagnostics;
}

namespace {

/// All languages of the job in one layout.
std::vector<Result<Edition>> set_languages(const Sources& sources, const LayoutSource& layout,
                                           text::Shaper& shaper) {
    const std::vector<Language>& languages = sources.languages.languages;
    if (is_locked(layout)) return set_editions_together(sources, layout, languages, shaper);
    std::vector<Result<Edition>> results;
    for (const Language& language : languages)
        results.push_back(set_edition(sources, layout, language, shaper));
    return results;
}

}  // namespace

Result<EditionSet> set_editions(const Job& job, FileStore& files) {
    Diagnostics diagnostics;
    const auto sources = read_sources(job, Need::Pages, files, diagnostics);
    if (!sources) return diagnostics;
    const auto shaper = take(open_shaper(*sources), diagnostics);
    if (!shaper) return diagnostics;

    EditionSet set;
    for (const LayoutSource& layout : sources->layouts) {
        for (Result<Edition>& result : set_languages(*sources, layout, **shaper)) {
            auto edition = take(std::move(result), diagnostics);
            if (edition) set.editions.push_back(*std::move(edition));
        }
    }
    if (sources->layouts.size() < job.layouts.size()) {
        // Symbols are not looked for: they may lie beside the layout that could not be read.
        const Diagnostics found = check_references(*sources, every_part(sources->dataset.dataset));
        diagnostics.insert(diagnostics.end(), found.begin(), found.end());
    }
    count_equal(diagnostics);
    return result_of(std::optional(std::move(set)), std::move(diagnostics));
}

}  // namespace broadside
