#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "broadside/base/result.hpp"
#include "broadside/budgets.hpp"
#include "broadside/doc/document.hpp"
#include "broadside/file_store.hpp"
#include "broadside/job.hpp"
#include "broadside/job/sources.hpp"
#include "broadside/layout/layout.hpp"
#include "broadside/placed/document.hpp"
#include "broadside/scene/scene.hpp"
#include "broadside/text/shaper.hpp"

/// The passes from sources to pages. Problems come back with their place in their file.
namespace broadside {

/// One layout of the dataset in one language.
struct Edition {
    std::string layout;
    std::string language;
    TranslationCounts translation;
    placed::Document document;  // without pages where only the other is needed
    std::shared_ptr<const doc::Document> resolved = {};  // where it is needed
    std::string record = {};                             // its key; empty: there is none
};

/// What of an edition is asked for: its pages, what goes on them before it is laid out, or both.
enum class EditionParts { Pages, Resolved, Both };

/// A resolved document, and how much of it is translated.
struct ResolvedEdition {
    doc::Document document;
    TranslationCounts translation;
};

/// What a page is set of, besides the words of a language.
struct Subject {
    const LayoutSource& layout;
    const model::Record* record = nullptr;  // null: fields of the dataset say their defaults
};

/// A shaper of the sources' fonts: one for each thread.
Result<std::unique_ptr<text::Shaper>> open_shaper(const Sources& sources);

/// The first record, or what stands in for one, for who looks at what all pages have in common;
/// null: there is none.
const model::Record* first_page(const Sources& sources);

/// The title of a record's page, or of what the dataset says without one, in a language of the job
/// or of the dataset. Fails where fields in it say nothing.
Result<std::string> title_of(const Sources& sources, const Language& language,
                             const model::Record* record);

/// Gives problems of a layout's editions their lines. What is said of no place at all, as that the
/// pages are too small, is said of the layout.
void locate(Diagnostics& found, const LayoutSource& layout);

Result<ResolvedEdition> resolve_edition(const Sources& sources, const Subject& subject,
                                        const Language& language);

Result<Edition> set_edition(const Sources& sources, const Subject& subject,
                            const Language& language, text::Shaper& shaper);

/// What is drawn of a set document, on sheets of paper where its layout asks for them.
scene::Scene drawn(const placed::Document& document, const LayoutSource& layout);

/// True where all languages of a job share one type size and one grid.
bool is_locked(const LayoutSource& layout);

/// The languages in one grid, in their order. A language that cannot be resolved, or lacks glyphs,
/// fails by itself and the grid is that of the others. `known`: of the shaper's thread, where pages
/// of one language alone follow that are much alike; null: they do not.
std::vector<Result<Edition>> set_editions_together(const Sources& sources, const Subject& subject,
                                                   const std::vector<Language>& languages,
                                                   text::Shaper& shaper,
                                                   EditionParts parts = EditionParts::Pages,
                                                   layout::KnownGrids* known = nullptr);

/// What is wrong with the dataset's references in each of the job's languages, with every record.
Diagnostics check_references(const Sources& sources, const LayoutSource& layout);

/// What else is wrong with the dataset, when a layout that would have told cannot be read. Symbols
/// are not looked for: they may lie beside that layout.
void check_without_layout(const Sources& sources, Diagnostics& diagnostics);

/// How long texts are and may be, in every layout and language of the job that can be set; why not
/// in others is added to `diagnostics`. In a locked layout every language of the dataset has a say
/// in the grid, so that a text has the same room whichever the job asks for.
std::vector<LayoutBudgets> measure_budgets(const Job& job, FileStore& files,
                                           Diagnostics& diagnostics);

/// All editions of a job, each of which `visit` sees and nobody keeps: by layout, then by record,
/// then by language, in the order of the job. What is wrong with any of them comes back, each
/// problem once.
Diagnostics set_editions(const Job& job, FileStore& files,
                         const std::function<void(Edition)>& visit);

}  // namespace broadside
