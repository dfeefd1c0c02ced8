#include <string>
#include <string_view>

#include <fmt/format.h>

#include "cli/verbs.hpp"

namespace broadside::cli {

namespace {

/// The help of a group of verbs: what stands before the list of them and behind it.
struct Overview {
    std::string_view before;
    std::size_t column;  // where the summaries of verbs begin, from the names
    std::string_view after;
};

constexpr Overview kOverviewOfPages = {
    R"(broadside turns a dataset of comparisons and a layout into printed pages.

Usage: broadside VERB DATASET [OPTION]…

Verbs:
)",
    9,
    R"(  i18n     take the words to translators and back: see broadside i18n --help
  manifest merge manifests, and verify them: see broadside manifest --help

  help     this help, or that of a verb
  -h, --help      the same; after a verb: the verb's help
  -V, --version   the version, and those of the libraries

Examples:
  broadside init prices
  broadside build data/messengers -l flyer-a4 -o flyer.pdf
  broadside check data/messengers -l flyer-a4
  broadside build --help

Exit codes: 0 done, 1 the input has errors or output cannot be written,
            2 the command line is wrong, 3 the content does not fit its pages,
            5 translations are incomplete (i18n status --strict),
            6 a file could not be read or written, which may pass: try again,
            130 stopped by Ctrl-C
)"};

constexpr Overview kOverviewOfWords = {
    R"(broadside i18n takes the words of a dataset to translators and back.

Usage: broadside i18n VERB DATASET [OPTION]…

Verbs:
)",
    10,
    R"(
  -h, --help   after a verb: the verb's help

A new language:
  broadside i18n extract data/messengers --lang it   writes output/messengers-it.po
  (translate it, in Poedit or any editor)
  broadside i18n merge data/messengers output/messengers-it.po
  broadside i18n status data/messengers --lang it
  broadside build data/messengers -l flyer-a4 --lang it

Exit codes: as for the other verbs, and 5: status --strict found something
            missing, stale or mismatched
)"};

constexpr Overview kOverviewOfManifests = {
    R"(broadside manifest works on what builds say of the files that they wrote.

Usage: broadside manifest VERB FILE… [OPTION]…

Verbs:
)",
    9,
    R"(
  -h, --help   after a verb: the verb's help

Exit codes: as for the other verbs
)"};

constexpr std::string_view kDataset = R"(
DATASET is a JSON or YAML file, a folder with a dataset.json or dataset.yaml, or
- for JSON from standard input.
)";

std::string page(const VerbRow& row) {
    std::string text(row.introduction);
    if (row.dataset == Dataset::Explained) text += kDataset;
    text += "\nOptions:\n";
    Invocation unused;
    for (const CommandOption& option : command_options(row.verb, unused))
        text += help_entry(option);
    return text.append(row.examples);
}

const Overview& overview_of(VerbGroup group) {
    switch (group) {
        case VerbGroup::Pages: break;
        case VerbGroup::Words: return kOverviewOfWords;
        case VerbGroup::Manifests: return kOverviewOfManifests;
    }
    return kOverviewOfPages;
}

}  // namespace

std::string help_text(VerbGroup group) {
    const Overview& overview = overview_of(group);
    std::string text(overview.before);
    for (const VerbRow& row : verbs_of(group))
        text += fmt::format("  {:<{}}{}\n", row.name, overview.column, row.summary);
    return text.append(overview.after);
}

std::string help_text(Verb verb) {
    for (const VerbGroup group : {VerbGroup::Pages, VerbGroup::Words, VerbGroup::Manifests}) {
        for (const VerbRow& row : verbs_of(group)) {
            if (row.verb == verb) return page(row);
        }
    }
    return "";
}

}  // namespace broadside::cli
