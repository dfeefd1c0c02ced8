#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "broadside/base/result.hpp"
#include "broadside/base/translation.hpp"
#include "broadside/model/dataset.hpp"
#include "broadside/model/locale.hpp"
#include "broadside/model/text_slots.hpp"

/// A dataset in one language: what comes before PASS model → doc.
namespace broadside::i18n {

struct Localized {
    model::Dataset dataset;
    TranslationCounts translation;
};

/// What a locale has for a text of the dataset, under its key or the short one.
struct LocaleText {
    const model::Text* text = nullptr;  // null: nothing
    std::string_view translated_from;   // hash of the source that was translated; empty: not known
};

LocaleText text_of(const model::Locale& locale, const model::TextSlot& slot);

/// Whether the source has changed since it was translated, as far as that is known.
bool is_stale(std::string_view translated_from, std::string_view source);
inline constexpr char kStale[] = "the source has changed since this was translated";

/// Keys for a hint: the first few, because more hide how many there are.
std::string listed(const std::vector<std::string>& keys);

/// Whether translators into a language are asked for this text: it is not marked as a name, has a
/// letter, and is no unit that is written there as it is everywhere.
bool needs_translation(const model::TextSlot& slot, std::string_view language);

/// The dataset with the words of `locales`, of which the first that has a text gives it: the
/// language's own, then those of its parents (`de-AT`, `de`). Texts that none has stay in the
/// source language. Warns of texts that stay, of those translated from an older source,
/// and of keys that name no text of the dataset. Where the source has no letter by now, as a
/// number, that is printed in place of words that were translated from an older one.
Result<Localized> localize(const model::Dataset& dataset, const std::string& language,
                           const std::vector<const model::Locale*>& locales);

/// Warns of the keys of a locale that name no text of the dataset, as `localize` does: of a locale
/// with errors, which nothing is localized with.
Diagnostics unknown_translations(const model::Dataset& dataset, const model::Locale& locale);

}  // namespace broadside::i18n
