#pragma once

#include <span>
#include <string_view>

namespace broadside::load {

/// A language of ISO 639-1. `names` are English and stand between "; ".
struct LanguageCode {
    std::string_view tag;           // two letters, as BCP 47 wants it
    std::string_view three;         // the same in ISO 639-2
    std::string_view bibliography;  // what libraries write instead; empty: the same
    std::string_view names;
};

/// All that ISO 639-1 has, sorted by tag. Three-letter codes of other languages are too many to
/// list, and new ones come every year.
std::span<const LanguageCode> language_codes();

}  // namespace broadside::load
