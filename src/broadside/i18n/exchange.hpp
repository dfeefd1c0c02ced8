#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "broadside/base/result.hpp"
#include "broadside/i18n/catalogue.hpp"
#include "broadside/load/load.hpp"
#include "broadside/translations.hpp"

/// What goes to translators and comes back, whatever the format of the file that carries it.
namespace broadside::i18n {

/// What files of a format can tell.
struct FormatFacts {
    std::string_view template_extension;
    bool is_json = false;
    bool tells_date = false;
    bool has_notes = false;     // to translators, of how long texts may be
    bool shows_source = false;  // beside each translation
};

constexpr FormatFacts facts_of(TranslationFormat format) {
    switch (format) {
        case TranslationFormat::Json: return {.template_extension = "json", .is_json = true};
        case TranslationFormat::CommentedJson:
            return {.template_extension = "jsonc", .is_json = true, .has_notes = true};
        case TranslationFormat::Po:
        case TranslationFormat::ByOutput: break;
    }
    return {
        .template_extension = "pot", .tells_date = true, .has_notes = true, .shows_source = true};
}

/// One text.
struct ExchangeEntry {
    std::string key;                      // as `model::visit_texts` has it
    std::string source = {};              // empty: JSON does not tell
    std::string previous_source = {};     // that the translation was made from; empty: not known
    std::string translation = {};         // empty: none
    std::string translated_from = {};     // hash of the source that was translated; empty: not told
    bool is_fuzzy = false;                // a guess of a tool, in doubt, or made from other words
    std::vector<std::string> notes = {};  // to the translator, a line each
    FilePlace place = {};  // on the way out that of the source, on the way back of the translation
};

struct ExchangeFile {
    TranslationFormat format = TranslationFormat::Po;
    std::string name;                 // of a file that was read
    std::string dataset;              // id; empty: not told
    std::string source_language;      // BCP 47, on the way out
    std::string language;             // BCP 47; empty: not told
    std::string extracted_for;        // the language before an editor touched it; empty: not told
    std::string digits;               // by their name in CLDR; empty: not told
    std::string schema;               // value of "$schema" in JSON; empty: none
    std::optional<bool> is_reviewed;  // empty: not told
    std::int64_t creation_time = 0;   // that PO tells, in seconds since 1970-01-01 UTC
    std::vector<ExchangeEntry> entries;

    /// Of the dataset's own language: what others are translated from.
    bool is_template() const { return language == source_language; }
};

struct ExtractOptions {
    TranslationFormat format = TranslationFormat::Po;
    NameTexts names = NameTexts::LeftOut;
    std::int64_t creation_time = 0;               // seconds since 1970-01-01 UTC
    std::map<std::string, std::string> previous;  // by key: sources of an earlier file
    std::vector<LayoutLengths> lengths;
    std::string schema = {};
};

/// What translators are given. Stale translations are fuzzy.
ExchangeFile extract(const Catalogue& catalogue, const ExtractOptions& options);

/// What a translator gave back: a locale in JSON, or a PO file, told by the first character. Fails
/// where either is not well-formed.
Result<ExchangeFile> read_exchange(const SourceFile& source);

/// The bytes of a file, in its format.
std::string write_exchange(const ExchangeFile& file);

// A codec for each format.

/// Reads what translation editors write: lines wrapped anywhere, entries in any order, comments of
/// every kind, a byte order mark, lines that end with CR LF. Obsolete entries (`#~`) are left out,
/// blank translations are none. Every problem is reported with its line. Fails at syntax, at
/// another encoding than UTF-8, and at plural forms, which no text of a dataset has.
Result<ExchangeFile> read_po(const SourceFile& source);

/// As `msgcat --no-wrap` has it; a template (POT) where the language is the dataset's own. No
/// library does it: GNU libgettextpo opens and writes files itself, and is under a licence that the
/// program does not share.
std::string write_po(const ExchangeFile& file);

/// Whether the PO format can tell this date.
bool is_po_date(std::int64_t creation_time);

/// With comments or without; empty texts are left out.
Result<ExchangeFile> read_json(const SourceFile& source);

/// The text under a key of a JSON file that its loader does not keep; empty: none.
std::string json_member(const SourceFile& source, std::string_view key);

/// A locale: what is not translated is there as an empty text. In the dataset's own language, its
/// words: the base file of tools that look up what an empty text stands for. Their parsers refuse
/// comments. `CommentedJson` is for people: above each text, in comments, what it is, how long it
/// may be and the words to translate.
std::string write_json(const ExchangeFile& file);

}  // namespace broadside::i18n
