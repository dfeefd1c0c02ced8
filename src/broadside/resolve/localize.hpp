#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include "broadside/base/result.hpp"
#include "broadside/model/dataset.hpp"
#include "broadside/model/locale.hpp"
#include "broadside/model/text_slots.hpp"

/// The first step of PASS model → doc: a dataset in one language.
namespace broadside::resolve {

/// How much of a dataset is in its language. Names, addresses and numbers do not count.
struct Translation {
    std::size_t texts = 0;       // that are for translation
    std::size_t translated = 0;  // of these, the ones in the language or a parent of it
    std::map<std::string, std::size_t> fallbacks;  // by the language that the others stay in
    model::Review review = model::Review::Draft;
    std::size_t stale = 0;  // words of the language or a parent whose source has changed since
};

struct Localized {
    model::Dataset dataset;
    Translation translation;
};

/// Whether translators are asked for this text: it is not marked as a name and has a letter.
bool needs_translation(const model::TextSlot& slot);

/// The dataset with the words of `locales`, of which the first that has a text gives it: the
/// language's own, then those of its parents (`de-AT`, `de`). Texts that none has stay in the
/// source language. Warns of texts that stay, of those translated from an older source,
/// and of keys that name no text of the dataset.
Result<Localized> localize(const model::Dataset& dataset, const std::string& language,
                           const std::vector<const model::Locale*>& locales);

/// Warns of the keys of a locale that name no text of the dataset, as `localize` does: of a locale
/// with errors, which nothing is localized with.
std::vector<Diagnostic> unknown_translations(const model::Dataset& dataset,
                                             const model::Locale& locale);

}  // namespace broadside::resolve
