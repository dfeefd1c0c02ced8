#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "broadside/base/diagnostic.hpp"
#include "broadside/i18n/catalogue.hpp"
#include "broadside/i18n/room.hpp"
#include "broadside/model/locale.hpp"

namespace broadside::i18n {

/// How far the translation into one language is. Texts are those that translators are asked for.
struct LanguageCounts {
    std::size_t texts = 0;
    std::size_t translated = 0;  // by the language's own locale or that of a parent
    std::size_t missing = 0;
    std::size_t stale = 0;
    std::size_t obsolete = 0;   // translations of no text of the dataset
    std::size_t identical = 0;  // to the source
    std::size_t mismatched = 0;
    std::size_t too_long = 0;
};

struct LanguageStatus {
    std::string language;
    model::Review review = model::Review::Draft;
    LanguageCounts counts;
};

/// Whether what is missing, stale or mismatched is an error.
enum class Strictness { Lenient, Strict };

/// One language, and all that there is to know of it.
struct LanguageInput {
    std::string language;
    const Places* dataset = nullptr;
    std::vector<const model::Locale*> locales;  // its own and its parents'
    std::vector<const Catalogue*> catalogues;   // of the same
    std::vector<const Places*> places;          // of the same
    std::vector<LayoutRooms> rooms;             // empty: nobody measured
};

/// Counts, and reports every problem by the key of its text and its place: in the dataset what is
/// missing, in the locale what is wrong. The locales of parents are looked at where they are a
/// language of their own.
LanguageStatus status_of(const LanguageInput& input, Strictness strictness,
                         std::vector<Diagnostic>& diagnostics);

}  // namespace broadside::i18n
