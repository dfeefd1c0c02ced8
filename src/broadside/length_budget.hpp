#pragma once

#include <vector>

#include "broadside/base/result.hpp"
#include "broadside/budgets.hpp"
#include "broadside/languages.hpp"
#include "broadside/sources.hpp"
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

}  // namespace broadside
