#include "cli/i18n_help.hpp"

#include <fmt/format.h>

#include "cli/command_line.hpp"

namespace broadside::cli {

namespace {

constexpr std::string_view kOverview =
    R"(broadside i18n takes the words of a dataset to translators and back.

Usage: broadside i18n VERB DATASET [OPTION]…

Verbs:
  extract   write a file for translators: gettext PO or nested JSON
  merge     bring such files back into locales/ beside the dataset
  status    say what is missing, stale or wrong in every language

  -h, --help   after a verb: the verb's help

A new language:
  broadside i18n extract data/messengers --lang it   writes output/messengers-it.po
  (translate it, in Poedit or any editor)
  broadside i18n merge data/messengers output/messengers-it.po
  broadside i18n status data/messengers --lang it
  broadside build data/messengers -l flyer-a4 --lang it

Exit codes: as for the other verbs, and 5: status --strict found something
            missing, stale or mismatched
)";

}  // namespace

std::string i18n_help_text(std::optional<I18nVerb> verb) {
    for (const I18nVerbRow& row : i18n_verbs()) {
        if (row.verb != verb) continue;
        std::string text =
            fmt::format("Usage: broadside i18n {}\n\n{}\nOptions:\n", row.usage, row.help);
        I18nInvocation unused;
        for (const CommandOption& option : command_options(row.verb, unused))
            text += help_entry(option);
        return text + fmt::format("\nExamples:\n{}", row.examples);
    }
    return std::string(kOverview);
}

}  // namespace broadside::cli
