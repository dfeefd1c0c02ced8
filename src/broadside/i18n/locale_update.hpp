#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

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

/// A locale file before it is text.
struct LocaleFile {
    std::vector<std::pair<std::string, std::string>> header;  // keys, and values as JSON
    std::vector<std::pair<std::string, std::string>> texts;   // by key, in the order of the file
    std::map<std::string, std::string> translated_from;       // by key; empty: not there
    std::map<std::string, std::vector<std::string>> comments = {};  // by key: lines above a text
};

/// The bytes of a locale file: two spaces a level, an empty line between parts, and on one line
/// what is one phrase, unless it has comments. Keys of a part stand together, where its first one
/// is.
std::string write_locale(const LocaleFile& file);

/// The value of `"translated_from"` as it stands in a file.
std::string write_hashes(const std::map<std::string, std::string>& hashes);

}  // namespace broadside::i18n
