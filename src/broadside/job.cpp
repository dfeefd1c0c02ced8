#include "broadside/job.hpp"

#include <algorithm>
#include <utility>

#include "broadside/batch/build.hpp"
#include "broadside/doc/dump.hpp"
#include "broadside/job/editions.hpp"
#include "broadside/job/job_value.hpp"
#include "broadside/job/remembered_streams.hpp"
#include "broadside/paint/paint.hpp"
#include "broadside/placed/dump.hpp"

namespace broadside {

namespace {

using Diagnostics = std::vector<Diagnostic>;

PageReport report_on(std::string name, std::size_t pages, const placed::Document& document) {
    const placed::Decisions& decisions = document.decisions;
    PageReport report{std::move(name), pages, decisions.smallest_type.value};
    report.size_set_by = decisions.limited_by;
    return report;
}

bool begins_with_any(const std::string& code, std::initializer_list<std::string_view> beginnings) {
    return std::any_of(beginnings.begin(), beginnings.end(),
                       [&code](std::string_view beginning) { return code.starts_with(beginning); });
}

}  // namespace

BuildReport build(const Job& job, FileStore& files, ByteSink& sink, const Oversight& oversight) {
    return build(std::vector<Job>{job}, files, sink, oversight);
}

BuildReport build(const std::vector<Job>& jobs, FileStore& store, ByteSink& sink,
                  const Oversight& oversight) {
    RememberedStreams files(store);
    return batch::build(jobs, {files, sink}, oversight);
}

Result<Report> check(const Job& job, FileStore& store) {
    RememberedStreams files(store);
    if (auto errors = check_values(job); !errors.empty()) return errors;
    if (job.layouts.empty()) {
        Diagnostics diagnostics;
        const auto sources = read_sources(job, Need::References, files, diagnostics);
        if (sources) {
            const Diagnostics found = check_references(*sources, sources->layouts.front());
            diagnostics.insert(diagnostics.end(), found.begin(), found.end());
        }
        if (!sources || has_errors(diagnostics)) return diagnostics;
        return {Report(), std::move(diagnostics)};
    }
    auto set = set_editions(job, files);
    if (!set) return set.diagnostics();
    Report report;
    for (const Edition& edition : set->editions) {
        const std::string name =
            job.languages.empty() ? edition.layout : edition.language + " " + edition.layout;
        report.entries.push_back(report_on(name, edition.document.pages.size(), edition.document));
    }
    return {std::move(report), set.diagnostics()};
}

Result<std::string> dump(const Job& job, Stage stage, FileStore& store) {
    RememberedStreams files(store);
    if (auto errors = check_values(job); !errors.empty()) return errors;
    if (job.layouts.size() > 1) return wrong_use("job-several-layouts", "a dump shows one layout");
    const bool is_all = std::count(job.languages.begin(), job.languages.end(), "all") > 0;
    if (job.languages.size() > 1 || is_all)
        return wrong_use("job-several-languages", "a dump shows one language");
    if (stage == Stage::Doc) {
        Diagnostics diagnostics;
        const auto sources = read_sources(job, Need::Pages, files, diagnostics);
        if (!sources || has_errors(diagnostics)) return diagnostics;
        const auto edition = resolve_edition(*sources, sources->layouts.front(),
                                             sources->languages.languages.front());
        if (!edition) return edition.diagnostics();
        return {doc::dump(edition->document), edition.diagnostics()};
    }
    const auto set = set_editions(job, files);
    if (!set) return set.diagnostics();
    const placed::Document& document = set->editions.front().document;
    return {stage == Stage::Placed ? placed::dump(document) : scene::dump(paint::paint(document)),
            set.diagnostics()};
}

Outcome outcome_of(const std::vector<Diagnostic>& diagnostics) {
    Outcome outcome = Outcome::Done;
    for (const Diagnostic& diagnostic : diagnostics) {
        if (diagnostic.severity != Severity::Error) continue;
        // What stands in a job file is input like any other.
        const bool is_wrong_use =
            begins_with_any(diagnostic.code, {"job-"}) && diagnostic.file.empty();
        if (is_wrong_use) return Outcome::WrongUse;
        if (begins_with_any(diagnostic.code, {"translation-"})) {
            if (outcome == Outcome::Done) outcome = Outcome::TranslationIncomplete;
            continue;
        }
        const bool is_too_long =
            begins_with_any(diagnostic.code, {"fit-", "does-not-fit", "overflow"});
        if (!is_too_long) outcome = Outcome::InputErrors;
        if (is_too_long && outcome == Outcome::Done) outcome = Outcome::DoesNotFit;
    }
    return outcome;
}

}  // namespace broadside
