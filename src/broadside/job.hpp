#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "broadside/base/diagnostic.hpp"
#include "broadside/base/result.hpp"
#include "broadside/byte_sink.hpp"
#include "broadside/file_store.hpp"

namespace broadside {

inline constexpr std::string_view kDefaultOutput = "output/{name}-{layout}-{lang}.{ext}";

/// How an SVG holds its text: as text in the reader's own fonts, or as outlines under invisible
/// text.
enum class SvgText { System, Outline };

/// One dataset in some layouts, languages and formats: the structure behind the command line and
/// the library.
struct Job {
    std::string dataset;  // a file, a folder that holds dataset.json, or "-": standard input
    std::vector<std::string> layouts;    // paths, or names to look up in folders called `layouts`
    std::vector<std::string> languages;  // BCP 47, or "all"; empty: the dataset's own
    std::vector<std::string>
        formats;  // empty: by the extension of `output`, and pdf where that is {ext}
    std::string output{kDefaultOutput};  // a pattern of placeholders, or "-": standard output
    double ppi = 150;                    // of a PNG: 1 to 2400
    SvgText svg_text = SvgText::System;
    std::int64_t creation_time = 0;  // seconds since 1970-01-01 UTC, where a format wants a date
    std::string font_manifest;  // empty: fonts/manifest.json of the first resource folder with one
    std::vector<std::string> resources;  // folders with `layouts` and `fonts`; the first one wins
};

/// What layout made of the dataset, for reports.
struct PageReport {
    std::string name;  // path of the written file, or the layout's name
    std::size_t pages = 0;
    double smallest_type = 0;      // in points
    std::string size_set_by = {};  // the language that allows no larger type in a shared grid
};

struct Report {
    std::vector<PageReport> entries;
};

/// Sets the dataset in every layout and writes every format. Nothing is written unless all of it
/// succeeds.
Result<Report> build(const Job& job, FileStore& files, ByteSink& sink);

/// Runs every pass up to layout and writes nothing. Without a layout, the references inside the
/// dataset are checked and the report has no entries.
Result<Report> check(const Job& job, FileStore& files);

enum class Stage { Doc, Placed, Scene };

/// One stage of one layout as text.
Result<std::string> dump(const Job& job, Stage stage, FileStore& files);

/// What a list of diagnostics means for the caller. `WrongUse`: the job itself must be changed, not
/// its files. `TranslationIncomplete`: texts are missing, stale or mismatched, where that counts.
enum class Outcome { Done, InputErrors, WrongUse, DoesNotFit, TranslationIncomplete };

Outcome outcome_of(const std::vector<Diagnostic>& diagnostics);

}  // namespace broadside
