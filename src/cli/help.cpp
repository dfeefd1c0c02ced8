#include "cli/arguments.hpp"

namespace broadside::cli {

namespace {

constexpr std::string_view kOverview =
    R"(broadside turns a dataset of comparisons and a layout into printed pages.

Usage: broadside VERB DATASET [OPTION]…

Verbs:
  build   set the dataset in one or more layouts and write PDF, SVG and PNG
  check   say what is wrong with the input, and write nothing
  dump    print a stage between the input and the page as text
  fonts   list the fonts that each language needs, and what they lack
  i18n    take the words to translators and back: see broadside i18n --help

  -h, --help      this help; after a verb: the verb's help
  -V, --version   the version, and those of the libraries

Examples:
  broadside build data/messengers -l flyer-a4 -o flyer.pdf
  broadside check data/messengers -l flyer-a4
  broadside build --help

Exit codes: 0 done, 1 the input has errors or output cannot be written,
            2 the command line is wrong, 3 the content does not fit its pages,
            5 translations are incomplete (i18n status --strict),
            130 stopped by Ctrl-C
)";

constexpr std::string_view kBuild = R"(Usage: broadside build DATASET -l LAYOUT[,LAYOUT] [OPTION]…
       broadside build [--job FILE] [OPTION]…

Sets the dataset in every layout and language and writes every format. Of each
edition all files are written, or none when something is wrong with it; the
others are made all the same. The same input gives the same bytes.

What would come out as it is already there is left alone: manifest.json beside
the outputs remembers what each was made from.

DATASET is a JSON file, a folder with a dataset.json, or - for standard input.
)";

constexpr std::string_view kBuildExamples = R"(
Examples:
  broadside build data/messengers -l flyer-a4
      writes output/messengers-flyer-a4-fr.pdf
  broadside build data/messengers -l flyer-a4,web -f pdf,svg,png
      writes two layouts in three formats each
  broadside build data/messengers -l flyer-a4 --lang all -j 4
      writes every language that the dataset has
  broadside build
      makes the jobs of ./broadside.json
  broadside build data/messengers -l poster-a3 -o poster.png --ppi 300
  broadside build - -l ./my-layout.json -f svg -o - < dataset.json > page.svg
)";

constexpr std::string_view kCheck = R"(Usage: broadside check DATASET [-l LAYOUT[,LAYOUT]] [OPTION]…

Runs everything but the drawing and writes nothing. Without a layout the dataset
is checked by itself: its form, its references, its symbols.

DATASET is a JSON file, a folder with a dataset.json, or - for standard input.
)";

constexpr std::string_view kCheckExamples = R"(
Examples:
  broadside check data/messengers
  broadside check data/messengers -l flyer-a4 --diagnostics json
  broadside check data/messengers -l flyer-a4 --lang all --budgets
  broadside check data/messengers --stale 12months
)";

constexpr std::string_view kDump =
    R"(Usage: broadside dump DATASET -l LAYOUT [--stage STAGE] [OPTION]…

Prints a stage between the input and the page as text, to see what a change
changes.

DATASET is a JSON file, a folder with a dataset.json, or - for standard input.
)";

constexpr std::string_view kDumpExamples = R"(
Example:
  broadside dump data/messengers -l flyer-a4 --stage placed | less
)";

constexpr std::string_view kFonts =
    R"(Usage: broadside fonts DATASET [-l LAYOUT[,LAYOUT]] [--lang all] [OPTION]…

Lists for each language the faces of the font manifest that its texts are set
in, how many characters each shows, the characters that no font has, and the
hyphenation patterns. Without a layout the default styles are used. With
--diagnostics json the list is one JSON object a line.

DATASET is a JSON file, a folder with a dataset.json, or - for standard input.
)";

constexpr std::string_view kFontsExamples = R"(
Exit code: 1 when a character, a font file or a pattern file is missing.

Example:
  broadside fonts data/messengers -l flyer-a4 --lang all
)";

std::string option_list(Verb verb) {
    Invocation unused;
    std::string text = "\nOptions:\n";
    for (const CommandOption& option : command_options(verb, unused)) text += help_entry(option);
    return text;
}

std::string page(std::string_view introduction, Verb verb, std::string_view examples) {
    return std::string(introduction) + option_list(verb) + std::string(examples);
}

}  // namespace

std::string help_text(std::optional<Verb> verb) {
    if (!verb) return std::string(kOverview);
    switch (*verb) {
        case Verb::Build: return page(kBuild, *verb, kBuildExamples);
        case Verb::Check: return page(kCheck, *verb, kCheckExamples);
        case Verb::Dump: return page(kDump, *verb, kDumpExamples);
        case Verb::Fonts: return page(kFonts, *verb, kFontsExamples);
    }
    return "";
}

}  // namespace broadside::cli
