#pragma once

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

/// A file in the format of GNU gettext, as far as translations without plural forms need it.
namespace broadside::i18n {

struct PoEntry {
    std::vector<std::string> notes;  // "#.": from the program to the translator
    std::string reference;           // "#:": where the source stands
    bool is_fuzzy = false;           // to be looked at by a person before it counts
    std::string previous;            // "#| msgid": the source that the translation was made from
    std::string context;             // msgctxt
    std::string source;              // msgid
    std::string translation;         // msgstr; empty: none
    std::size_t line = 0;            // of msgstr in a file that was read
};

struct PoFile {
    std::vector<std::pair<std::string, std::string>> header;  // in the order of the file
    bool is_template = false;                                 // the header itself is fuzzy
    std::vector<PoEntry> entries;

    /// Empty when the header has no such field.
    std::string field(const std::string& name) const;
};

}  // namespace broadside::i18n
