#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "broadside/base/diagnostic.hpp"
#include "broadside/base/output_options.hpp"
#include "broadside/base/result.hpp"
#include "broadside/build_report.hpp"
#include "broadside/byte_sink.hpp"
#include "broadside/file_store.hpp"

namespace broadside {

/// Stands for every language that the dataset has.
inline constexpr char kAllLanguages[] = "all";

inline constexpr std::string_view kDefaultOutput = "output/{name}-{layout}-{lang}.{ext}";

/// Part `part` of `parts`, from 1: which editions belong to it depends on their names alone.
struct Shard {
    std::size_t part = 1;
    std::size_t parts = 1;
};

/// `All`: outputs that would come out the same are made all the same, and files of other kinds that
/// lie in their places are overwritten.
enum class Rebuild { Changed, All };

enum class DependencyFormat { Make, Json };

/// Where a value of a job stands in its file.
struct ValuePlace {
    std::string option;   // its long name
    std::string word;     // of a list, one of its words
    std::string pointer;  // JSON pointer; empty: the command line has overridden the file
    TextPosition position = {};
};

/// Where a job comes from, so that messages can say where its values stand.
struct JobOrigin {
    std::string file;     // the job file; empty: none
    std::string pointer;  // JSON pointer of the job in it
    TextPosition position = {};
    std::vector<ValuePlace> values = {};
};

/// Facts of a dataset that need another look: checked before `limit`, or never.
struct StaleRequest {
    std::string limit;     // an age, as "12months", or a date: "2026-01-01"
    std::int64_t now = 0;  // that an age counts back from, in seconds since 1970-01-01 UTC
};

/// One dataset in some layouts, languages and formats: the structure behind the command line, the
/// job file and the library.
struct Job {
    std::string
        dataset;  // a file, a folder that holds dataset.json or .yaml, or "-": standard input
    std::vector<std::string> layouts;    // paths, or names to look up in folders called `layouts`
    std::vector<std::string> languages;  // BCP 47, or "all"; empty: the dataset's own
    std::string records;  // a file with what fills the dataset's gaps, a page each; empty: none
    std::vector<std::string>
        formats;  // empty: by the extension of `output`, and pdf where that is {ext}
    std::string output{kDefaultOutput};  // a pattern of placeholders, or "-": standard output
    OutputOptions output_options;
    bool is_site = false;  // HTML pages of one layout lead to each other, by their languages
    std::optional<PdfStandards> pdf_standards;  // empty: ua-1, and a-2a or, with sources, a-3a
    bool attach_source = false;  // a PDF holds the files that it is made from, but the fonts
    std::string font_manifest;   // empty: fonts/manifest.json of the first resource folder with one
    std::vector<std::string> resources;  // folders with `layouts` and `fonts`; the first one wins

    std::size_t threads = 0;  // at most; 0: as many as the machine runs at once
    Shard shard;
    Rebuild rebuild = Rebuild::Changed;
    std::string manifest;  // empty: manifest.json in the folder that all outputs have in common
    std::string deps;      // where to write what each output is made from; empty: nowhere
    DependencyFormat deps_format = DependencyFormat::Make;
    std::string cache;  // a folder for what builds remember of each other; empty: nothing
    std::optional<StaleRequest> stale;  // warns of such facts; empty: of none
    JobOrigin origin;
};

/// Who watches a build, and who may stop it. Editions that are not written by then are left alone.
struct Oversight {
    BuildEvents* events = nullptr;            // may be null
    const std::atomic<bool>* stop = nullptr;  // may be null; set from any thread or signal handler
};

/// Sets the dataset in every layout and language and writes every format. An edition's files are
/// written as soon as all of them are there, or not at all; one that fails does not keep the others
/// from being made. Outputs that would come out the same are left alone, where a manifest tells.
BuildReport build(const Job& job, FileStore& files, ByteSink& sink,
                  const Oversight& oversight = {});

/// One job after the other. Nothing is made while any of them must be mended itself, and two never
/// write the same file.
BuildReport build(const std::vector<Job>& jobs, FileStore& files, ByteSink& sink,
                  const Oversight& oversight = {});

/// Runs every pass up to layout and writes nothing. Without a layout, the references inside the
/// dataset are checked and the report has no entries.
Result<CheckReport> check(const Job& job, FileStore& files);

enum class Stage { Doc, Placed, Scene };

/// One stage of one layout as text.
Result<std::string> dump(const Job& job, Stage stage, FileStore& files);

/// What a list of diagnostics means for the caller, as the program's exit code. `WrongUse`: the job
/// itself must be changed, not its files, of which a job file is one. `TranslationIncomplete`:
/// texts are missing, stale or mismatched, where that counts. `TryAgain`: files could not be read
/// or written, which may pass; nothing else is wrong.
enum class Outcome {
    Done = 0,
    InputErrors = 1,
    WrongUse = 2,
    DoesNotFit = 3,
    TranslationIncomplete = 5,
    TryAgain = 6
};

Outcome outcome_of(const Diagnostics& diagnostics);

}  // namespace broadside
