#pragma once

#include <map>
#include <string>

#include "broadside/i18n/catalogue.hpp"
#include "broadside/model/locale.hpp"

namespace broadside::i18n {

/// A locale file as it is.
struct LocaleOnDisk {
    const SourceFile* file = nullptr;
    const model::Locale* locale = nullptr;
};

/// What is to be different in a locale.
struct LocaleChange {
    std::map<std::string, std::string> texts;   // by key of a message
    std::map<std::string, std::string> hashes;  // by key of a message
};

enum class Comments { Kept, Lost };

struct UpdatedLocale {
    std::string bytes;
    Comments comments = Comments::Kept;
};

/// The file with its changes. Where only texts change that it has already, nothing else of it does.
/// Where texts are added, it is written anew in the order of the dataset: texts that the dataset no
/// longer has are kept, comments are lost. New texts make a reviewed locale a draft.
UpdatedLocale update_locale(const LocaleOnDisk& file, const Catalogue& catalogue,
                            const LocaleChange& change);

/// What a new locale has besides words; each may be empty.
struct LocaleHead {
    std::string schema;  // value of "$schema"
    std::string digits;  // by their name in CLDR
};

/// A locale that is new: a draft.
std::string new_locale(const Catalogue& catalogue, const LocaleChange& change,
                       const LocaleHead& head);

}  // namespace broadside::i18n
