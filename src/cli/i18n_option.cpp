#include "cli/i18n_option.hpp"

#include <algorithm>
#include <utility>

#include "cli/program_option.hpp"

namespace broadside::cli {

namespace {

using MaybeError = std::optional<Diagnostic>;

/// What other verbs call the same is the same.
MaybeError set_in_job(std::string_view name, I18nInvocation& invocation, std::string_view value) {
    for (const Option& option : options()) {
        if (option.name == name) return option.set(invocation.shared.job, value);
    }
    return std::nullopt;
}

MaybeError set_shared(std::string_view name, I18nInvocation& invocation, std::string_view value) {
    for (const ProgramOption& option : program_options()) {
        if (option.name == name) return option.set(invocation.shared, value);
    }
    return std::nullopt;
}

MaybeError set_format(I18nInvocation& invocation, std::string_view word) {
    constexpr std::pair<std::string_view, TranslationFormat> kFormats[] = {
        {"po", TranslationFormat::Po},
        {"json", TranslationFormat::Json},
        {"jsonc", TranslationFormat::CommentedJson}};
    for (const auto& [name, format] : kFormats) {
        if (name != word) continue;
        invocation.extract.format = format;
        return std::nullopt;
    }
    return unknown_word({"format of translations", word, {"po", "json", "jsonc"}});
}

}  // namespace

const std::vector<I18nVerbRow>& i18n_verbs() {
    static const std::vector<I18nVerbRow> rows = {
        {"extract", I18nVerb::Extract, "extract DATASET [--lang LANG[,LANG]] [OPTION]…",
         R"(Writes the words of a dataset for translators: as gettext PO, for Poedit and its
like; as nested JSON, for Weblate and its like, where a template is the base file
that tells the words; or as JSON with comments, which tell them to you. Translations
that are there come along; those whose source has changed since are marked fuzzy.
Names, addresses and numbers are left out unless they are translated already.
)",
         R"(  broadside i18n extract data/messengers --lang it
      writes output/messengers-it.po, to be translated
  broadside i18n extract data/messengers --lang it -l flyer-a4
      says of each text how long it may be
  broadside i18n extract data/messengers
      writes output/messengers-fr.pot, a template
  broadside i18n extract data/messengers --lang it --to jsonc -l flyer-a4
      writes output/messengers-it.jsonc, to fill in with any text editor
  broadside i18n extract data/messengers --lang all --to json
)"},
        {"merge", I18nVerb::Merge, "merge DATASET FILE… [OPTION]…",
         R"(Brings files of translators, PO or JSON, back into locales/ beside the dataset.
A language that is new gets a locale. Nothing is taken away: an empty text leaves
the translation that is there. New words make a reviewed locale a draft again.
All files are merged, or none when one has errors.
)",
         R"(  broadside i18n merge data/messengers output/messengers-it.po
)"},
        {"status", I18nVerb::Status, "status DATASET [--lang LANG[,LANG]] [OPTION]…",
         R"(Counts what is translated, a line a language, of the texts that are for translation
(names, addresses and numbers are not). Names every text that is missing, stale (its
source has changed since), mismatched (marks, line breaks or placeholders differ),
obsolete (the dataset has no such text) or identical; and, where a layout is named,
every text that is too long for its place in it.
)",
         R"(  broadside i18n status data/messengers
  broadside i18n status data/messengers --lang de,it --strict
  broadside i18n status data/messengers -l flyer-a4
)"}};
    return rows;
}

const std::vector<I18nOption>& i18n_options() {
    using enum I18nVerb;
    static const std::vector<I18nOption> rows = {
        {"",
         "lang",
         "LANG[,LANG]",
         "Languages, as BCP 47 tags, or all that have a locale. Default: for extract a template "
         "without translations, for merge what the file says, for status all.",
         {Extract, Merge, Status},
         [](I18nInvocation& invocation, std::string_view value) {
             return set_in_job("lang", invocation, value);
         }},
        {"l",
         "layout",
         "LAYOUT[,LAYOUT]",
         "Layouts to measure in: how long each text may be, and which are too long.",
         {Extract, Status},
         [](I18nInvocation& invocation, std::string_view value) {
             return set_in_job("layout", invocation, value);
         }},
        {"",
         "to",
         "po|json|jsonc",
         "Format to write: gettext PO, nested JSON, or the same with comments. Default: by the "
         "extension of --output, else po.",
         {Extract},
         set_format},
        {"o",
         "output",
         "PATTERN",
         "Where to write; - is standard output. {id}, {name}, {lang} and {ext} stand for what they "
         "say. Default: output/{name}-{lang}.{ext}",
         {Extract},
         [](I18nInvocation& invocation, std::string_view value) {
             return set_in_job("output", invocation, value);
         }},
        {"",
         "names",
         "",
         "Include names, addresses and numbers, which mostly stay as they are.",
         {Extract},
         [](I18nInvocation& invocation, std::string_view) {
             invocation.extract.names = NameTexts::Included;
             return MaybeError();
         }},
        {"",
         "creation-timestamp",
         "SECONDS",
         "Date that a PO file tells, in seconds since 1970-01-01 UTC. Default: $SOURCE_DATE_EPOCH, "
         "then 0; the clock is never read.",
         {Extract},
         [](I18nInvocation& invocation, std::string_view value) {
             invocation.extract.wants_date = true;
             return set_in_job("creation-timestamp", invocation, value);
         }},
        {"",
         "fuzzy",
         "",
         "Take also the entries of a PO file that are marked fuzzy.",
         {Merge},
         [](I18nInvocation& invocation, std::string_view) {
             invocation.merge.fuzzy = FuzzyEntries::Taken;
             return MaybeError();
         }},
        {"",
         "strict",
         "",
         "Exit with 5 when a text is missing, stale or mismatched.",
         {Status},
         [](I18nInvocation& invocation, std::string_view) {
             invocation.rule = TranslationRule::Strict;
             return MaybeError();
         }},
        {"",
         "font-manifest",
         "FILE",
         "List of the fonts to measure in, as for build.",
         {Extract, Status},
         [](I18nInvocation& invocation, std::string_view value) {
             return set_in_job("font-manifest", invocation, value);
         }},
        {"",
         "resources",
         "FOLDER",
         "Folder with layouts and fonts, as for build.",
         {Extract, Status},
         [](I18nInvocation& invocation, std::string_view value) {
             return set_in_job("resources", invocation, value);
         }},
        {"",
         "diagnostics",
         "human|short|json",
         "How problems are printed: with hints, on one line each, or as one JSON object a line, "
         "the "
         "lines of status too. Default: human.",
         {Extract, Merge, Status},
         [](I18nInvocation& invocation, std::string_view value) {
             return set_shared("diagnostics", invocation, value);
         }},
        {"q",
         "quiet",
         "",
         "Print errors and nothing else.",
         {Extract, Merge, Status},
         [](I18nInvocation& invocation, std::string_view value) {
             return set_shared("quiet", invocation, value);
         }}};
    return rows;
}

std::vector<CommandOption> command_options(I18nVerb verb, I18nInvocation& invocation) {
    std::vector<CommandOption> bound;
    for (const I18nOption& option : i18n_options()) {
        if (std::find(option.verbs.begin(), option.verbs.end(), verb) == option.verbs.end())
            continue;
        bound.push_back({option.letter, option.name, option.value, option.help,
                         [&option, &invocation](std::string_view value) {
                             return option.set(invocation, value);
                         }});
    }
    return bound;
}

}  // namespace broadside::cli
