#pragma once

#include <string>
#include <vector>

#include "broadside/translations.hpp"
#include "cli/i18n_arguments.hpp"

namespace broadside::cli {

/// Carries out what `broadside i18n` is asked for and prints what came of it.
Outcome run_i18n(const I18nInvocation& invocation);

/// `output/lunch-de.po  12 texts, 10 translated, 1 of them stale`.
std::string summary(const ExtractedFile& file);

/// `lunch/locales/de.json  2 added, 1 changed`.
std::string summary(const MergedLocale& locale);

/// A table with a line a language, and its heading. Every line ends with a line feed.
std::string status_table(const std::vector<TranslationStatus>& languages);

/// One JSON object on one line, without a line feed.
std::string to_json(const TranslationStatus& status);

}  // namespace broadside::cli
