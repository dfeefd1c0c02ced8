#pragma once

#include <compare>
#include <cstddef>
#include <string>
#include <vector>

#include "broadside/base/diagnostic.hpp"
#include "broadside/base/sparse.hpp"
#include "broadside/base/translation.hpp"

/// What a build tells: while it runs, and in the end.
namespace broadside {

enum class FileState {
    Written,
    Unchanged,  // it was there, and would have come out the same
};

/// What a report says alike of many files.
struct PageFacts {
    std::size_t pages = 0;
    double smallest_type = 0;  // in points
    std::string language = {};
    std::string layout = {};
    std::string format = {};
    std::string limited_by = {};  // the language that allows no larger type in a shared grid
    auto operator<=>(const PageFacts&) const = default;
};

/// What layout made of the dataset, for reports.
struct PageReport {
    std::string name;  // path of the written file, or the layout's name
    FileState state = FileState::Written;
    Sparse<PageFacts> facts = {};
};

struct CheckReport {
    std::vector<PageReport> entries;
};

enum class EditionState { Made, Failed, Stopped };

/// One layout in one language.
struct EditionReport {
    std::string name;  // "de flyer-a4"
    EditionState state = EditionState::Made;
    std::size_t outputs = 0;         // formats that were asked for
    std::vector<PageReport> files;   // of an edition that was made
    std::size_t cards_left_out = 0;  // of its sheets: what their records say is wrong
};

/// How much of the dataset's words is in a language of the job.
struct LanguageReport : TranslationCounts {
    std::string language;
    bool operator==(const LanguageReport&) const = default;
};

/// What became of a job. Everything is in planned order, whichever was ready first.
struct BuildReport {
    std::vector<EditionReport> editions;
    std::vector<LanguageReport> languages;  // translated ones
    Diagnostics problems;
    std::vector<std::string> leftovers = {};  // pages that an earlier, longer edition had

    /// Appends what became of another job; of languages, what is not known yet.
    void add(BuildReport other);

    /// True without errors, and when nothing was left because somebody stopped the build.
    bool ok() const;
    const Diagnostics& diagnostics() const { return problems; }

    std::size_t files(FileState state) const;

    /// Formats of editions that failed or were stopped.
    std::size_t outputs(EditionState state) const;
    std::size_t cards_left_out() const;
    std::vector<std::string> names(EditionState state) const;
};

/// Told about a build while it runs. Calls come from any thread, one at a time.
class BuildEvents {
public:
    virtual ~BuildEvents() = default;

    /// Once, before the first edition: all that is known to be wrong by then, as in records. The
    /// report has it again, and begins with it.
    virtual void found(const Diagnostics& problems) = 0;

    /// Once, before the first edition, with the outputs of all jobs.
    virtual void planned(std::size_t outputs) = 0;
    virtual void began(const std::string& edition) = 0;

    /// As soon as it happens, in any order.
    virtual void finished(const EditionReport& edition) = 0;

    /// Each edition once, in planned order: as soon as those before it are through, too.
    virtual void reported(const EditionReport& edition) = 0;
};

}  // namespace broadside
