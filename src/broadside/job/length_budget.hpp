#pragma once

#include <vector>

#include "broadside/base/result.hpp"
#include "broadside/budgets.hpp"
#include "broadside/job/languages.hpp"
#include "broadside/job/sources.hpp"
#include "broadside/text/shaper.hpp"

/// How long every text of one layout may be: what translators ask, answered from the page itself.
namespace broadside {

/// One entry for each of `languages` that can be set, in their order. Texts that do not stand on
/// the page (metadata, symbols' alternatives, what the layout leaves out) are absent; one that
/// stands at several places has the budget of the tightest.
///
/// Where the layout locks its editions, places are those of the grid that all of `languages` and
/// the source language share, and nothing is ever over; else those of the source language's
/// edition, at its type size. Fails when that reference does not fit its pages itself. Problems of
/// single languages come back as warnings.
Result<std::vector<LanguageBudgets>> length_budgets(const Sources& sources,
                                                    const LayoutSource& layout,
                                                    const std::vector<Language>& languages,
                                                    text::Shaper& shaper);

/// Every language of the dataset, where a layout of the job locks its grid; none else. What is
/// wrong with one of them is not told: it is, to those who ask for that language.
Languages languages_of_locked_grids(const Job& job, const Sources& sources, FileStore& files);

/// The budgets of the sources' languages. In a locked layout each of `all` has a say in the grid,
/// whichever the job asks for, so that a text always has the same room.
Result<std::vector<LanguageBudgets>> length_budgets_of_job(const Sources& sources,
                                                           const LayoutSource& layout,
                                                           const Languages& all,
                                                           text::Shaper& shaper);

}  // namespace broadside
