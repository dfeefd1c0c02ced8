#pragma once

#include <string>
#include <vector>

#include "broadside/base/diagnostic.hpp"
#include "broadside/i18n/catalogue.hpp"
#include "broadside/model/locale.hpp"
#include "broadside/translations.hpp"

namespace broadside::i18n {

/// One language, and all that there is to know of it.
struct LanguageInput {
    std::string language;
    const model::Locale* locale = nullptr;  // its own or its nearest parent's; null: there is none
    /// Of its locales, its own first, then its parents'; of no words where there are none.
    std::vector<Catalogue> catalogues;
    std::vector<LayoutLengths> lengths;  // empty: nobody measured
};

/// Counts, and reports every problem by the key of its text and its place: in the dataset what is
/// missing, in the locale what is wrong. The locales of parents are looked at where they are a
/// language of their own.
TranslationStatus status_of(const LanguageInput& input, TranslationRule rule,
                            Diagnostics& diagnostics);

/// What a translation lost or added besides words: `line breaks: expected 1, got 0`.
/// Only what is wrong in every language is told: marks, line breaks, placeholders in braces, spaces
/// at either end, the equals sign before a verdict, an address that is none.
std::vector<std::string> mismatches(const Message& message);

}  // namespace broadside::i18n
