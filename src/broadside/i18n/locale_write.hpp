#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

namespace broadside::i18n {

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
