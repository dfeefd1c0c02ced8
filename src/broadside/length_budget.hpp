#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include "broadside/base/result.hpp"
#include "broadside/languages.hpp"
#include "broadside/sources.hpp"
#include "broadside/text/shaper.hpp"

/// How long every text may be: what translators ask, answered from the page itself.
namespace broadside {

/// A text in the lines of its place. `available`: the lines that its place has room for, end to
/// end; `used`: how far along them the text runs, what it leaves empty at line ends included. So a
/// text needs more lines than it has if and only if more is used than is available. Characters are
/// counted as a reader sees them, and the available ones are as wide as the text's own are on
/// average.
struct LengthBudget {
    double mm_available = 0;
    double mm_used = 0;
    std::size_t characters_available = 0;
    std::size_t characters_used = 0;

    bool is_over() const { return characters_used > characters_available; }
};

struct LanguageBudgets {
    std::string language;
    std::map<std::string, LengthBudget> texts;  // by key of model::text_slots
};

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
