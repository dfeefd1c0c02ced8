#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "broadside/base/diagnostic.hpp"
#include "broadside/base/result.hpp"
#include "broadside/base/word.hpp"
#include "broadside/byte_sink.hpp"
#include "broadside/file_store.hpp"
#include "broadside/job.hpp"

/// The way of words to translators and back: `broadside i18n`. Of a job, the dataset, the
/// languages, the output and the creation time count, and where it names layouts, how long texts
/// may be in them is measured.
namespace broadside {

inline constexpr std::string_view kDefaultTranslationOutput = "output/{name}-{lang}.{ext}";

/// `ByOutput`: by the extension of the job's output, and PO where that tells nothing. `Json` is for
/// tools, which have no room for remarks; `CommentedJson` for people, who need them.
enum class TranslationFormat { ByOutput, Po, Json, CommentedJson };

/// By the extension of its files.
inline constexpr Word<TranslationFormat> kTranslationFormats[] = {
    {"po", TranslationFormat::Po},
    {"json", TranslationFormat::Json},
    {"jsonc", TranslationFormat::CommentedJson}};

/// Names, addresses and numbers are the same in most languages.
enum class NameTexts { LeftOut, Included };

struct ExtractRequest {
    TranslationFormat format = TranslationFormat::ByOutput;
    NameTexts names = NameTexts::LeftOut;
    bool wants_date = false;  // the job's creation time was asked for, not found in the environment
};

struct ExtractedFile {
    std::string path;
    std::string language;
    std::size_t texts = 0;
    std::size_t translated = 0;
    std::size_t stale = 0;  // of the translated ones: their source has changed since
};

/// Writes a file for translators in each of the job's languages, which need not have a locale yet;
/// without languages, a template in the dataset's own. Fails where a file would be overwritten that
/// has translations which are not merged, and where the job wants what the format cannot tell.
Result<std::vector<ExtractedFile>> extract_translations(const Job& job,
                                                        const ExtractRequest& request,
                                                        FileStore& files, ByteSink& sink);

/// Writes locales of stand-in words beside the dataset, to see what breaks before translators
/// begin: longer ones with accents (en-XA) and ones from right to left (ar-XB), or the job's
/// languages. Fails where one of these is of another region than XA and XB, which nobody has.
Result<std::vector<ExtractedFile>> write_stand_ins(const Job& job, FileStore& files,
                                                   ByteSink& sink);

/// Entries that a tool guessed, or that a translator is in doubt about.
enum class FuzzyEntries { LeftOut, Taken };

struct MergeRequest {
    std::vector<std::string> files;  // PO or JSON; "-": standard input
    FuzzyEntries fuzzy = FuzzyEntries::LeftOut;
};

struct MergedLocale {
    std::string path;
    std::string language;
    bool is_new = false;
    bool is_written = false;  // else it already said all that came
    std::size_t added = 0;
    std::size_t changed = 0;
    std::size_t confirmed = 0;  // the same words, for the source as it is now
    std::size_t fuzzy = 0;      // left out
    std::size_t refused = 0;    // with a warning or an error each
    bool became_draft = false;  // it was reviewed before there were new words
    Diagnostics unknown = {};   // errors: texts that the dataset does not have, and a
                                // note when there are too many of them
};

/// Brings files of translators back into `locales/` beside the dataset: all of them, or none when
/// one has errors. Texts that the dataset does not have are told of, and the others merged all the
/// same. No translation is ever taken away.
Result<std::vector<MergedLocale>> merge_translations(const Job& job, const MergeRequest& request,
                                                     FileStore& files, ByteSink& sink);

/// `Strict`: what is missing, stale or mismatched is an error.
enum class TranslationRule { Lenient, Strict };

struct TranslationStatus {
    std::string language;
    bool is_reviewed = false;
    std::size_t texts = 0;
    std::size_t translated = 0;
    std::size_t missing = 0;
    std::size_t stale = 0;
    std::size_t obsolete = 0;
    std::size_t identical = 0;
    std::size_t mismatched = 0;
    std::optional<std::size_t> too_long = {};  // empty: not measured, for want of a layout or fonts
};

struct StatusReport {
    std::vector<TranslationStatus> languages;  // without the dataset's own
    Diagnostics problems;                      // each with its place
};

/// How far the job's languages are translated; without languages, all that have a locale. A locale
/// with errors, or a layout that cannot be measured in, is one of the problems; fails without a
/// dataset, and where the job itself is wrong.
Result<StatusReport> translation_status(const Job& job, TranslationRule rule, FileStore& files);

}  // namespace broadside
