#pragma once

#include <cstdio>
#include <string>
#include <string_view>
#include <vector>

#include "cli/arguments.hpp"

namespace broadside::cli {

/// To standard output, as it is.
void print_text(std::string_view text);

/// One line for people. What a terminal would obey is shown and not done.
void print_line(std::FILE* stream, std::string_view line);

/// To standard error, in the form that was asked for.
void print_diagnostics(const Diagnostics& diagnostics, const Invocation& invocation);

/// What became of a build of several outputs, to standard output: how far each language is
/// translated, what was written, and what failed.
void print_build(const BuildReport& report, const Invocation& invocation);

/// `de: 70 of 71 texts translated, 1 in fr, 2 stale, draft`.
std::string translation_line(const LanguageReport& language);

/// `57 written, 2 unchanged, 1 failed: de flyer-a4`; empty for one file that was written, and where
/// nothing was tried.
std::string build_summary(const BuildReport& report);

/// One line a layout, or one for the dataset alone, to standard output.
void print_check(const CheckReport& report, const Invocation& invocation);

/// `1 page, smallest type 6.9 pt`, and `, size set by de` where languages share a grid.
std::string summary(const PageReport& page);

/// `output/lunch-de.po  12 texts, 10 translated, 1 of them stale`.
std::string summary(const ExtractedFile& file);

/// `lunch/locales/de.json  2 added, 1 changed`.
std::string summary(const MergedLocale& locale);

/// `print it: broadside build lunch -l page`, as a shell takes it, with a line feed.
std::string next_step(const std::string& folder, std::string_view layout);

/// What was read, a line for each column, and what to do next; every line ends with a line feed.
std::string import_text(const ImportReport& report);

/// `flyer.pdf: keeps PDF/UA-1 and PDF/A-2a, as far as a machine can tell; 1 page`.
std::string summary(const std::string& path, const PdfPromises& kept);

/// `output/manifest.json  20 files`.
std::string summary(const MergedManifest& merged);

/// `output/manifest.json: 18 of 20 files as written, 1 missing, 1 changed, 3 extra`.
std::string summary(const std::string& path, const VerifiedManifest& verified);

/// One JSON object on one line; what is not known is left out, and the number of equal ones where
/// there is one alone.
std::string to_json(const Diagnostic& diagnostic);

// What verbs answer: tables for people, or, for `DiagnosticsForm::Json`, one JSON object a line.
// Every line ends with a line feed.

/// A table for each layout and language of its tightest texts, in characters and millimetres that
/// are left or, below zero, lacking; in JSON all texts.
std::string budgets_text(const std::vector<LayoutBudgets>& report, DiagnosticsForm form);

/// A row for each language and face, and one for each language's hyphenation.
std::string fonts_text(const FontReport& report, DiagnosticsForm form);

/// A row for each language, under a heading.
std::string status_text(const std::vector<TranslationStatus>& languages, DiagnosticsForm form);

}  // namespace broadside::cli
