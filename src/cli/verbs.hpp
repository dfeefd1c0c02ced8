#pragma once

#include <span>
#include <string_view>

#include "cli/arguments.hpp"

/// Every verb: what it is called, and what help says of it.
namespace broadside::cli {

/// Whether the help says what a dataset is.
enum class Dataset { Untold, Explained };

struct VerbRow {
    std::string_view name;
    Verb verb;
    std::string_view summary;       // in the help of its group
    std::string_view introduction;  // before its options, in its own
    std::string_view examples;      // behind them
    Dataset dataset = Dataset::Untold;
};

inline constexpr VerbRow kVerbsOfPages[] = {
    {"init", Verb::Init, "make a small dataset and a layout to begin with",
     R"(Usage: broadside init FOLDER

Makes a folder with a small dataset and a layout for it, in YAML with comments,
which render at once. Files that are there are never overwritten.
)",
     R"(
Example:
  broadside init prices
  broadside build prices -l page
)"},
    {"import", Verb::Import, "make a dataset of a spreadsheet, or bring one up to date",
     R"(Usage: broadside import FILE [-o FOLDER] [OPTION]…

Makes a dataset of a spreadsheet: CSV, TSV, XLSX, ODS, or a table in Markdown.
It says what it took each column for. Lines above the heads are the title, a
line of one cell among the rows heads a section, lines below them are notes.

Symbols of your own, FOLDER/symbols/NAME.svg, stand where cells say NAME.

Where FOLDER has a dataset.json, its facts are brought up to date, and titles
and notes that nobody edited. Ids, locales, comments and what was edited or
added by hand stay as they are, and so do rows and columns that the sheet no
longer has.
)",
     R"(
Examples:
  broadside import prices.xlsx
  broadside build prices -l handout-a4
  broadside import export.csv -o prices --lang de --encoding windows-1250
)"},
    {"build", Verb::Build,
     "set the dataset in one or more layouts and write PDF, SVG, PNG and HTML",
     R"(Usage: broadside build DATASET -l LAYOUT[,LAYOUT] [OPTION]…
       broadside build [--job FILE] [OPTION]…

Sets the dataset in every layout and language and writes every format. Of each
edition all files are written, or none when something is wrong with it; the
others are made all the same. The same input gives the same bytes.

What would come out as it is already there is left alone: manifest.json beside
the outputs remembers what each was made from.
)",
     R"(
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
)",
     Dataset::Explained},
    {"check", Verb::Check, "say what is wrong with the input, and write nothing",
     R"(Usage: broadside check DATASET [-l LAYOUT[,LAYOUT]] [OPTION]…
       broadside check FILE.pdf

Runs everything but the drawing and writes nothing. Without a layout the dataset
is checked by itself: its form, its references, its symbols.

A finished PDF is held to PDF/UA-1 (for people who hear or feel it) and PDF/A-2a
or A-3a (for archives). What files of broadside never have is a problem too, so
PDFs of other programs mostly fail.
)",
     R"(
Examples:
  broadside check data/messengers
  broadside check data/messengers -l flyer-a4 --diagnostics json
  broadside check data/messengers -l flyer-a4 --lang all --budgets
  broadside check data/messengers --stale 12months
  broadside check flyer.pdf
)",
     Dataset::Explained},
    {"extract", Verb::ExtractSources, "take the files out of a PDF that it was made from",
     R"(Usage: broadside extract FILE.pdf [-o FOLDER] [--force]

Takes the files out of a PDF that build --attach-source made: dataset, locales,
layout, symbols, pictures, and broadside.json, the job that makes it of them.
)",
     R"(
Example:
  broadside build data/messengers -l flyer-a4 --attach-source -o flyer.pdf
  broadside extract flyer.pdf -o flyer
  broadside build --job flyer/broadside.json
)"},
    {"dump", Verb::Dump, "print a stage between the input and the page as text",
     R"(Usage: broadside dump DATASET -l LAYOUT [--stage STAGE] [OPTION]…

Prints a stage between the input and the page as text, to see what a change
changes.
)",
     R"(
Example:
  broadside dump data/messengers -l flyer-a4 --stage placed | less
)",
     Dataset::Explained},
    {"fonts", Verb::Fonts, "list the fonts that each language needs, and what they lack",
     R"(Usage: broadside fonts DATASET [-l LAYOUT[,LAYOUT]] [--lang all] [OPTION]…

Lists for each language the faces of the font manifest that its texts are set
in, how many characters each shows, the characters that no font has, and the
hyphenation patterns. Without a layout the default styles are used. With
--diagnostics json the list is one JSON object a line.
)",
     R"(
Exit code: 1 when a character, a font file or a pattern file is missing.

Example:
  broadside fonts data/messengers -l flyer-a4 --lang all
)",
     Dataset::Explained},
};

inline constexpr VerbRow kVerbsOfWords[] = {
    {"extract", Verb::Extract, "write a file for translators: gettext PO or nested JSON",
     R"(Usage: broadside i18n extract DATASET [--lang LANG[,LANG]] [OPTION]…

Writes the words of a dataset for translators: as gettext PO, for Poedit and its
like; as nested JSON, for Weblate and its like, where a template is the base file
that tells the words; or as JSON with comments, which tell them to you. Translations
that are there come along; those whose source has changed since are marked fuzzy.
Names, addresses and numbers are left out unless they are translated already.
)",
     R"(
Examples:
  broadside i18n extract data/messengers --lang it
      writes output/messengers-it.po, to be translated
  broadside i18n extract data/messengers --lang it -l flyer-a4
      says of each text how long it may be
  broadside i18n extract data/messengers
      writes output/messengers-fr.pot, a template
  broadside i18n extract data/messengers --lang it --to jsonc -l flyer-a4
      writes output/messengers-it.jsonc, to fill in with any text editor
  broadside i18n extract data/messengers --lang all --to json
)"},
    {"merge", Verb::Merge, "bring such files back into locales/ beside the dataset",
     R"(Usage: broadside i18n merge DATASET FILE… [OPTION]…

Brings files of translators, PO or JSON, back into locales/ beside the dataset.
A language that is new gets a locale. Nothing is taken away: an empty text leaves
the translation that is there. New words make a reviewed locale a draft again.
All files are merged, or none when one has errors.
)",
     R"(
Examples:
  broadside i18n merge data/messengers output/messengers-it.po
)"},
    {"status", Verb::Status, "say what is missing, stale or wrong in every language",
     R"(Usage: broadside i18n status DATASET [--lang LANG[,LANG]] [OPTION]…

Counts what is translated, a line a language, of the texts that are for translation
(names, addresses and numbers are not). Names every text that is missing, stale (its
source has changed since), mismatched (marks, line breaks or placeholders differ),
obsolete (the dataset has no such text) or identical; and, where a layout is named,
every text that is too long for its place in it.
)",
     R"(
Examples:
  broadside i18n status data/messengers
  broadside i18n status data/messengers --lang de,it --strict
  broadside i18n status data/messengers -l flyer-a4
)"},
    {"pseudo", Verb::Pseudo, "write stand-in words, to see what breaks before there are others",
     R"(Usage: broadside i18n pseudo DATASET [--lang LANG[,LANG]]

Writes locales of stand-in words beside the dataset: en-XA, two fifths longer and
with accents, and ar-XB, from right to left. What has no room, stays in the
source's words, or is glued together, shows before translators begin. Remove the
files when you have seen it.
)",
     R"(
Example:
  broadside i18n pseudo data/messengers
  broadside build data/messengers -l flyer-a4 --lang en-XA,ar-XB
)"},
};

inline constexpr VerbRow kVerbsOfManifests[] = {
    {"merge", Verb::MergeManifests, "make one manifest of those of several builds, such as shards",
     R"(Usage: broadside manifest merge FILE… [-o FILE] [--force]

Makes one manifest that names the files of all, seen from its own folder. It is an
error when two say different things of a file, and nothing is written then.
)",
     R"(
Example:
  broadside build data/messengers -l flyer-a4 --lang all --shard 1/2
  broadside build data/messengers -l flyer-a4 --lang all --shard 2/2
  broadside manifest merge output/manifest-*-of-2.json
)"},
    {"verify", Verb::VerifyManifest, "say which files are missing, changed, or not named",
     R"(Usage: broadside manifest verify FILE… [OPTION]…

Reads every file that a manifest names. What is missing or not as it was written is
an error; files beside them, with the same endings, that it does not name are a
warning.
)",
     R"(
Exit code: 1 when a file is missing or changed.

Example:
  broadside manifest verify output/manifest.json
)"},
};

constexpr std::span<const VerbRow> verbs_of(VerbGroup group) {
    switch (group) {
        case VerbGroup::Pages: break;
        case VerbGroup::Words: return kVerbsOfWords;
        case VerbGroup::Manifests: return kVerbsOfManifests;
    }
    return kVerbsOfPages;
}

}  // namespace broadside::cli
