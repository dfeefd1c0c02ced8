#include "broadside/editions.hpp"

#include <algorithm>
#include <memory>
#include <set>
#include <utility>

#include <fmt/format.h>

#include "broadside/base/limits.hpp"
#include "broadside/layout/layout.hpp"
#include "broadside/resolve/resolve.hpp"
#include "broadside/take.hpp"
#include "broadside/text/pango_shaper.hpp"

namespace broadside {

namespace {

using Diagnostics = std::vector<Diagnostic>;

/// Errors first, and no more than anybody reads: locating one means reading the whole file again.
void shorten(Diagnostics& diagnostics) {
    if (diagnostics.size() <= limits::kMaxDiagnostics) return;
    std::stable_partition(diagnostics.begin(), diagnostics.end(), [](const Diagnostic& diagnostic) {
        return diagnostic.severity == Severity::Error;
    });
    Diagnostic rest;
    rest.severity = Severity::Note;
    rest.code = "more-problems";
    rest.file = diagnostics.back().file;
    rest.message =
        fmt::format("{} more problems are not shown", diagnostics.size() - limits::kMaxDiagnostics);
    diagnostics.resize(limits::kMaxDiagnostics);
    diagnostics.push_back(std::move(rest));
}

Diagnostics located(Diagnostics found, const Sources& sources, const LayoutSource& layout,
                    const Language& language) {
    shorten(found);
    InputFiles files{&sources.dataset.file, &layout.input.file};
    for (const LocaleInput* locale : language.locales) files.others.push_back(&locale->file);
    locate_all(found, files);
    return found;
}

/// `diagnostics` are not yet located.
std::optional<ResolvedEdition> resolved(const Sources& sources, const LayoutSource& layout,
                                        const Language& language, Diagnostics& diagnostics) {
    std::vector<const model::Locale*> locales;
    for (const LocaleInput* locale : language.locales) locales.push_back(&locale->locale);
    auto localized =
        take(resolve::localize(sources.dataset.dataset, language.tag, locales), diagnostics);
    if (!localized) return std::nullopt;
    const model::Project project{std::move(localized->dataset), layout.input.layout,
                                 layout.symbols};
    auto document = take(resolve::resolve(project), diagnostics);
    if (!document || !layout.has_all_symbols) return std::nullopt;
    return ResolvedEdition{*std::move(document), std::move(localized->translation)};
}

/// What only one language is to blame for says so; the rest is the same in all of them.
void name_language(Diagnostics& diagnostics, std::size_t from, const Language& language) {
    for (std::size_t i = from; i < diagnostics.size(); ++i) {
        if (!language.locales.empty()) diagnostics[i].language = language.tag;
    }
}

/// A failed result that reports nothing of its own: the cause is already told.
template <typename T>
Result<T> result_of(std::optional<T> value, Diagnostics diagnostics) {
    if (!value || has_errors(diagnostics)) return diagnostics;
    return {*std::move(value), std::move(diagnostics)};
}

}  // namespace

Result<ResolvedEdition> resolve_edition(const Sources& sources, const LayoutSource& layout,
                                        const Language& language) {
    Diagnostics found;
    auto edition = resolved(sources, layout, language, found);
    return result_of(std::move(edition), located(std::move(found), sources, layout, language));
}

Result<Edition> set_edition(const Sources& sources, const LayoutSource& layout,
                            const Language& language, text::Shaper& shaper) {
    Diagnostics found;
    auto edition = resolved(sources, layout, language, found);
    std::optional<Edition> set;
    if (edition && layout.has_all_families) {
        const std::size_t before = found.size();
        auto placed = take(layout::layout(edition->document, shaper), found);
        name_language(found, before, language);
        if (placed) {
            set = Edition{layout.input.layout.name, layout.input.file.name, language.tag,
                          std::move(edition->translation), *std::move(placed)};
        }
    }
    return result_of(std::move(set), located(std::move(found), sources, layout, language));
}

std::vector<Diagnostic> check_references(const Sources& sources, const LayoutSource& layout) {
    Diagnostics diagnostics;
    for (const Language& language : sources.languages.languages) {
        Diagnostics found = resolve_edition(sources, layout, language).diagnostics();
        diagnostics.insert(diagnostics.end(), found.begin(), found.end());
    }
    drop_repeats(diagnostics);
    return diagnostics;
}

void drop_repeats(Diagnostics& diagnostics) {
    Diagnostics kept;
    std::set<std::string> seen;
    for (Diagnostic& diagnostic : diagnostics) {
        if (seen.insert(to_string(diagnostic)).second) kept.push_back(std::move(diagnostic));
    }
    diagnostics = std::move(kept);
}

Result<EditionSet> set_editions(const Job& job, FileStore& files) {
    Diagnostics diagnostics;
    const auto sources = read_sources(job, Need::Pages, files, diagnostics);
    if (!sources) return diagnostics;
    const auto shaper = take(
        text::make_pango_shaper(std::make_shared<const FontManifest>(sources->fonts)), diagnostics);
    if (!shaper) return diagnostics;

    EditionSet set{
        sources->dataset.dataset.id, sources->dataset.name, sources->dataset.file.name, {}};
    for (const LayoutSource& layout : sources->layouts) {
        for (const Language& language : sources->languages.languages) {
            auto edition = take(set_edition(*sources, layout, language, **shaper), diagnostics);
            if (edition) set.editions.push_back(*std::move(edition));
        }
    }
    if (sources->layouts.size() < job.layouts.size()) {
        // Symbols are not looked for: they may lie beside the layout that could not be read.
        const Diagnostics found = check_references(*sources, every_part(sources->dataset.dataset));
        diagnostics.insert(diagnostics.end(), found.begin(), found.end());
    }
    drop_repeats(diagnostics);
    return result_of(std::optional(std::move(set)), std::move(diagnostics));
}

}  // namespace broadside
