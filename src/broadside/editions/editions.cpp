#include "broadside/editions/editions.hpp"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "broadside/impose/sheets.hpp"
#include "broadside/load/syntax/places.hpp"
#include "broadside/paint/paint.hpp"
#include "broadside/resolve/resolve.hpp"
#include "broadside/text/pango_shaper.hpp"

namespace broadside {

namespace {

Diagnostics located(Diagnostics found, const LayoutSource& layout) {
    locate(found, layout);
    count_equal(found);
    shorten(found);
    return found;
}

/// Made before where the job asks for the language.
std::shared_ptr<const OpenDataset> open_dataset_of(const Sources& sources, const Language& language,
                                                   Diagnostics& diagnostics) {
    const auto known = sources.records->open.find(language.tag);
    if (known != sources.records->open.end()) return known->second;
    auto open =
        take(open_dataset(sources.dataset.dataset, language, sources.records->records.columns),
             diagnostics);
    return open ? std::make_shared<const OpenDataset>(*std::move(open)) : nullptr;
}

std::optional<i18n::Localized> dataset_of(const Sources& sources, const Language& language,
                                          const model::Record* record, Diagnostics& diagnostics) {
    if (sources.records == nullptr)
        return take(dataset_in(language, sources.dataset.dataset), diagnostics);
    const auto open = open_dataset_of(sources, language, diagnostics);
    if (open == nullptr) return std::nullopt;
    append(diagnostics, open->warnings);
    auto dataset = take(filled(*open, record), diagnostics);
    if (!dataset) return std::nullopt;
    return i18n::Localized{*std::move(dataset), open->translation};
}

/// What a record is to blame for is told with its line: what is wrong where it fills a gap, and
/// what is wrong with its page. What is wrong with all pages is told once, where it stands.
void blame_record(const Sources& sources, const Subject& subject, const Language& language,
                  Diagnostics& found) {
    if (subject.record == nullptr || found.empty() || !sources.has_records()) return;
    Diagnostics ignored;
    const auto open = open_dataset_of(sources, language, ignored);
    if (open == nullptr) return;
    const FilePlace place = sources.records->records.place_of(subject.record->number);
    // Another record may have it.
    std::erase_if(found, [](const Diagnostic& problem) { return problem.code == "unused-value"; });
    for (Diagnostic& problem : found) {
        const bool is_its_text = problem.place && open->gaps.count(problem.place) > 0;
        const bool is_its_page =
            problem.kind == Diagnostic::Kind::Fit || (!problem.place && problem.file.empty());
        if (!is_its_text && !is_its_page) continue;
        if (problem.place) {
            const FilePlace gap = load::file_places({problem.place}).front();
            problem.hints.push_back(fmt::format("it stands at {}:{}:{}, {}", gap.file,
                                                gap.position.line, gap.position.column,
                                                gap.pointer));
            problem.place = {};
        }
        problem = std::move(problem).at(place);
    }
}

/// `diagnostics` are not yet located.
std::optional<ResolvedEdition> resolved(const Sources& sources, const Subject& subject,
                                        const Language& language, Diagnostics& diagnostics) {
    const LayoutSource& layout = subject.layout;
    auto localized = dataset_of(sources, language, subject.record, diagnostics);
    if (!localized) return std::nullopt;
    const model::Project project{std::move(localized->dataset), layout.input.layout,
                                 layout.symbols.by_id, sources.qr_codes, sources.pictures.by_id};
    auto document = take(resolve::resolve(project), diagnostics);
    if (!document || !layout.symbols.are_read || !sources.pictures.are_read) return std::nullopt;
    return ResolvedEdition{*std::move(document), std::move(localized->translation)};
}

/// A failed result that reports nothing of its own: the cause is already told.
template <typename T>
Result<T> result_of(std::optional<T> value, Diagnostics diagnostics) {
    if (!value || has_errors(diagnostics)) return diagnostics;
    return {*std::move(value), std::move(diagnostics)};
}

/// One of the languages that are set together.
struct LanguageWork {
    Diagnostics found;
    std::shared_ptr<const doc::Document> document;
    TranslationCounts translation;
    std::optional<placed::Document> placed;
};

void lay_out(std::vector<LanguageWork>& works, text::Shaper& shaper, layout::KnownGrids* known) {
    std::vector<const doc::Document*> documents;
    for (const LanguageWork& work : works) {
        if (work.document) documents.push_back(work.document.get());
    }
    if (documents.empty()) return;
    shaper.begin_pages();
    if (works.size() == 1 && known != nullptr) {
        LanguageWork& work = works.front();
        work.placed = take(layout::layout_like_others(work.document, shaper, *known), work.found);
        return;
    }
    auto laid = layout::layout_together(documents, shaper);
    auto next = laid.begin();
    for (LanguageWork& work : works) {
        if (work.document) work.placed = take(std::move(*next++), work.found);
    }
}

/// All languages of the job in one layout.
std::vector<Result<Edition>> set_languages(const Sources& sources, const Subject& subject,
                                           text::Shaper& shaper) {
    const std::vector<Language>& languages = sources.languages.languages;
    if (is_locked(subject.layout))
        return set_editions_together(sources, subject, languages, shaper);
    std::vector<Result<Edition>> results;
    for (const Language& language : languages)
        results.push_back(set_edition(sources, subject, language, shaper));
    return results;
}

}  // namespace

Result<std::unique_ptr<text::Shaper>> open_shaper(const Sources& sources) {
    // Both are parts of one input.
    std::shared_ptr<const FontManifest> manifest(sources.fonts, &sources.fonts->manifest);
    return text::make_pango_shaper(std::move(manifest), sources.fonts->opened);
}

const model::Record* first_page(const Sources& sources) {
    if (sources.records == nullptr) return nullptr;
    if (!sources.has_records()) return &sources.records->stand_in;
    const std::vector<model::Record>& records = sources.records->records.records;
    return records.empty() ? nullptr : &records.front();
}

Result<std::string> title_of(const Sources& sources, const Language& language,
                             const model::Record* record) {
    Diagnostics found;
    if (sources.records == nullptr) {
        const auto localized = take(dataset_in(language, sources.dataset.dataset), found);
        return result_of(localized ? std::optional(localized->dataset.title.text) : std::nullopt,
                         std::move(found));
    }
    const auto open = open_dataset_of(sources, language, found);
    if (open == nullptr) return found;
    return filled_title(*open, record);
}

void locate(Diagnostics& found, const LayoutSource& layout) {
    load::locate(found);
    for (Diagnostic& diagnostic : found) {
        if (diagnostic.file.empty()) diagnostic.file = layout.input.file->name;
    }
}

Result<ResolvedEdition> resolve_edition(const Sources& sources, const Subject& subject,
                                        const Language& language) {
    Diagnostics found;
    auto edition = resolved(sources, subject, language, found);
    blame_record(sources, subject, language, found);
    return result_of(std::move(edition), located(std::move(found), subject.layout));
}

std::vector<Result<Edition>> set_editions_together(const Sources& sources, const Subject& subject,
                                                   const std::vector<Language>& languages,
                                                   text::Shaper& shaper, EditionParts parts,
                                                   layout::KnownGrids* known) {
    const LayoutSource& layout = subject.layout;
    std::vector<LanguageWork> works(languages.size());
    for (std::size_t i = 0; i < languages.size(); ++i) {
        auto edition = resolved(sources, subject, languages[i], works[i].found);
        if (!edition) continue;
        works[i].document = std::make_shared<const doc::Document>(std::move(edition->document));
        works[i].translation = std::move(edition->translation);
    }
    const std::size_t told = works.empty() ? 0 : works.front().found.size();
    const bool needs_pages = parts != EditionParts::Resolved;
    if (needs_pages && layout.has_all_families) lay_out(works, shaper, known);
    // What only one language is to blame for says so; the rest is the same in all of them.
    if (works.size() == 1 && !languages.front().locales.empty()) {
        Diagnostics& found = works.front().found;
        for (std::size_t i = told; i < found.size(); ++i) found[i].language = languages.front().tag;
    }
    std::vector<Result<Edition>> results;
    for (std::size_t i = 0; i < works.size(); ++i) {
        LanguageWork& work = works[i];
        std::optional<Edition> edition;
        if (work.document && (work.placed || !needs_pages)) {
            edition = Edition{
                layout.input.layout.name, languages[i].tag, std::move(work.translation), {}};
            if (subject.record != nullptr)
                edition->record = sources.records->records.key_of(*subject.record);
            if (work.placed) edition->document = *std::move(work.placed);
            if (parts != EditionParts::Pages) edition->resolved = std::move(work.document);
        }
        blame_record(sources, subject, languages[i], work.found);
        results.push_back(result_of(std::move(edition), located(std::move(work.found), layout)));
    }
    return results;
}

Result<Edition> set_edition(const Sources& sources, const Subject& subject,
                            const Language& language, text::Shaper& shaper) {
    return std::move(set_editions_together(sources, subject, {language}, shaper).front());
}

scene::Scene drawn(const placed::Document& document, const LayoutSource& layout) {
    scene::Scene scene = paint::paint(document);
    const auto& per_sheet = layout.input.layout.page.per_sheet;
    return per_sheet ? impose::impose(std::move(scene), *per_sheet) : std::move(scene);
}

bool is_locked(const LayoutSource& layout) {
    return layout.input.layout.fit && layout.input.layout.fit->lock;
}

Diagnostics check_references(const Sources& sources, const LayoutSource& layout) {
    Diagnostics diagnostics;
    std::vector<const model::Record*> pages = sources.pages();
    for (const model::Record*& record : pages) {
        if (record == nullptr) record = first_page(sources);
        for (const Language& language : sources.languages.languages)
            append(diagnostics, resolve_edition(sources, {layout, record}, language).diagnostics());
    }
    count_equal(diagnostics);
    return diagnostics;
}

void check_without_layout(const Sources& sources, Diagnostics& diagnostics) {
    if (sources.failed_layouts.empty()) return;
    append(diagnostics, check_references(sources, every_part(sources.dataset.dataset)));
}

Diagnostics set_editions(const Job& job, FileStore& files,
                         const std::function<void(Edition)>& visit) {
    Diagnostics diagnostics;
    const auto sources = read_sources(job, SourcesFor::Pages, files, diagnostics);
    if (!sources) return diagnostics;
    const auto shaper = take(open_shaper(*sources), diagnostics);
    if (!shaper) return diagnostics;

    for (const LayoutSource& layout : sources->layouts) {
        for (const model::Record* record : sources->pages()) {
            for (Result<Edition>& result : set_languages(*sources, {layout, record}, **shaper)) {
                auto edition = take(std::move(result), diagnostics);
                if (edition) visit(*std::move(edition));
            }
        }
    }
    check_without_layout(*sources, diagnostics);
    count_equal(diagnostics);
    return diagnostics;
}

}  // namespace broadside
