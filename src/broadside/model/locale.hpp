#pragma once

#include <map>
#include <optional>
#include <string>

#include "broadside/model/dataset.hpp"

namespace broadside::model {

/// The words of a dataset in another language: an overlay, which may leave texts out.
///
/// Guarantees after loading: keys are ids joined by slashes as `visit_texts` makes them, or their
/// short forms; no text is empty. That a key names a text of the dataset is *not* checked here:
/// `i18n::localize` does.
struct Locale {
    std::string file;      // as the user would name it
    std::string language;  // BCP 47
    SourcePlace language_place;
    std::string translates;  // id of the dataset
    SourcePlace translates_place;
    bool is_reviewed = false;            // by somebody whose language it is
    std::optional<char32_t> zero_digit;  // empty: as in the dataset
    std::map<std::string, Text> texts;
    std::map<std::string, std::string>
        translated_from;  // by key: hash of the source text that was translated
};

}  // namespace broadside::model
