#pragma once

#include <cstddef>
#include <vector>

#include "broadside/i18n/catalogue.hpp"
#include "broadside/i18n/delivery.hpp"
#include "broadside/i18n/locale_update.hpp"

namespace broadside::i18n {

/// Whether entries that are marked as guesses count as translations.
enum class Fuzzy { Leave, Take };

struct MergeCounts {
    std::size_t added = 0;
    std::size_t changed = 0;
    std::size_t confirmed = 0;  // the same words, for the source as it is now
    std::size_t fuzzy = 0;      // left out
    std::size_t refused = 0;    // unknown, outdated or not printable
};

struct Merge {
    LocaleChange change;
    MergeCounts counts;
    std::vector<Diagnostic> diagnostics;  // errors name texts that no file may hold
    std::vector<Diagnostic> unknown;      // errors: texts that the dataset does not have

    bool is_empty() const { return change.texts.empty() && change.hashes.empty(); }
};

/// What a delivery changes in the locale of `catalogue`. It takes nothing away: an empty text
/// leaves the translation that is there. A translation of an older source than the one there is
/// refused. Keys that the dataset does not have, and entries without one, are reported with the
/// nearest one it has; they are no reason to leave the others out.
Merge merge(const Catalogue& catalogue, const Delivery& delivery, Fuzzy fuzzy);

}  // namespace broadside::i18n
