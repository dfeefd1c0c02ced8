#include "broadside/job.hpp"

#include <algorithm>
#include <utility>

#include "broadside/batch/build.hpp"
#include "broadside/doc/document.hpp"
#include "broadside/editions/editions.hpp"
#include "broadside/files/remembering_stores.hpp"
#include "broadside/options/job_value.hpp"
#include "broadside/outputs/outputs.hpp"
#include "broadside/placed/document.hpp"

namespace broadside {

namespace {

PageReport report_on(std::string name, const placed::Document& document) {
    PageFacts facts{document.pages.size(), document.decisions.smallest_type.value};
    facts.limited_by = document.decisions.limited_by;
    return {std::move(name), FileState::Written, std::move(facts)};
}

Outcome outcome_of(Diagnostic::Kind kind) {
    switch (kind) {
        case Diagnostic::Kind::Input:
        // What stands in a job file is input like any other.
        case Diagnostic::Kind::JobFile: return Outcome::InputErrors;
        case Diagnostic::Kind::Job: return Outcome::WrongUse;
        case Diagnostic::Kind::Fit: return Outcome::DoesNotFit;
        case Diagnostic::Kind::Translation: return Outcome::TranslationIncomplete;
        case Diagnostic::Kind::Passing: return Outcome::TryAgain;
    }
    return Outcome::InputErrors;
}

}  // namespace

BuildReport build(const Job& job, FileStore& files, ByteSink& sink, const Oversight& oversight) {
    return build(std::vector<Job>{job}, files, sink, oversight);
}

BuildReport build(const std::vector<Job>& jobs, FileStore& store, ByteSink& sink,
                  const Oversight& oversight) {
    RememberedStreams files(store);
    return batch::build(jobs, files, sink, oversight);
}

Result<CheckReport> check(const Job& job, FileStore& store) {
    RememberedStreams files(store);
    if (auto errors = check_values(job); !errors.empty()) return errors;
    if (job.layouts.empty()) {
        Diagnostics diagnostics;
        const auto sources = read_sources(job, SourcesFor::References, files, diagnostics);
        if (sources) {
            append(diagnostics, check_references(*sources, sources->layouts.front()));
        }
        if (!sources || has_errors(diagnostics)) return diagnostics;
        return {CheckReport(), std::move(diagnostics)};
    }
    CheckReport report;
    Diagnostics diagnostics = set_editions(job, files, [&](const Edition& edition) {
        std::string name = edition_name(edition.language, edition.layout, edition.record);
        if (job.languages.empty()) name.erase(0, edition.language.size() + 1);
        report.entries.push_back(report_on(std::move(name), edition.document));
    });
    if (has_errors(diagnostics)) return diagnostics;
    return {std::move(report), std::move(diagnostics)};
}

Result<std::string> dump(const Job& job, Stage stage, FileStore& store) {
    RememberedStreams files(store);
    if (auto errors = check_values(job); !errors.empty()) return errors;
    if (job.layouts.size() > 1) return wrong_use("job-several-layouts", "a dump shows one layout");
    const bool is_all = std::count(job.languages.begin(), job.languages.end(), kAllLanguages) > 0;
    if (job.languages.size() > 1 || is_all)
        return wrong_use("job-several-languages", "a dump shows one language");
    Diagnostics diagnostics;
    const auto sources = read_sources(job, SourcesFor::Pages, files, diagnostics);
    if (!sources || has_errors(diagnostics)) return diagnostics;
    const Subject subject{sources->layouts.front(), first_page(*sources)};
    const Language& language = sources->languages.languages.front();
    if (stage == Stage::Doc) {
        const auto edition = resolve_edition(*sources, subject, language);
        if (!edition) return edition.diagnostics();
        return {doc::dump(edition->document), edition.diagnostics()};
    }
    const auto shaper = open_shaper(*sources);
    if (!shaper) return shaper.diagnostics();
    const auto set = set_edition(*sources, subject, language, **shaper);
    append(diagnostics, set.diagnostics());
    if (!set) return diagnostics;
    const placed::Document& document = set->document;
    if (stage == Stage::Placed) return {placed::dump(document), std::move(diagnostics)};
    return {scene::dump(drawn(document, subject.layout)), std::move(diagnostics)};
}

Outcome outcome_of(const Diagnostics& diagnostics) {
    Outcome outcome = Outcome::Done;
    for (const Diagnostic& diagnostic : diagnostics) {
        if (diagnostic.severity != Severity::Error) continue;
        const Outcome next = outcome_of(diagnostic.kind);
        if (next == Outcome::WrongUse) return next;
        const bool is_first = outcome == Outcome::Done || outcome == Outcome::TryAgain;
        if (next == Outcome::InputErrors || is_first) outcome = next;
    }
    return outcome;
}

}  // namespace broadside
