#pragma once

#include <string>
#include <vector>

#include "broadside/i18n/catalogue.hpp"
#include "broadside/i18n/exchange.hpp"
#include "broadside/i18n/locale_update.hpp"

namespace broadside::i18n {

/// What the language of a file is held against.
struct LanguageRules {
    std::string dataset;             // id
    std::string source_language;     // the dataset's own
    std::vector<std::string> known;  // tags of the locales that there are
    std::string wanted;              // by the user; empty: what the file says
};

/// The locale that a translator's file belongs to. What the user wants wins over the file, as long
/// as it is the same language. Editors of PO files like to add a region: a file whose tag is new,
/// where the same language is known by another tag or the file was extracted for one, is refused
/// until the user says which, so that no second locale comes into being unnoticed.
Result<std::string> language_of(const ExchangeFile& file, const LanguageRules& rules);

struct Merge {
    LocaleChange change;
    Diagnostics diagnostics;  // errors name texts that no file may hold

    bool is_empty() const { return change.texts.empty() && change.hashes.empty(); }
};

/// What a file changes in the locale of `catalogue`; `report` counts it. It takes nothing away: an
/// empty text leaves the translation that is there. A translation of an older source than the one
/// there is refused. Keys that the dataset does not have, and entries without one, are among the
/// report's unknown with the nearest one it has; they are no reason to leave the others out.
Merge merge(const Catalogue& catalogue, const ExchangeFile& file, FuzzyEntries fuzzy,
            MergedLocale& report);

}  // namespace broadside::i18n
