#include "broadside/batch/batch.hpp"

#include <algorithm>
#include <map>
#include <memory>
#include <set>
#include <utility>

#include <fmt/format.h>

#include "broadside/batch/dependencies.hpp"
#include "broadside/batch/leftovers.hpp"
#include "broadside/batch/run.hpp"
#include "broadside/editions/editions.hpp"
#include "broadside/files/paths.hpp"
#include "broadside/files/system.hpp"
#include "broadside/outputs/outputs.hpp"

namespace broadside::batch {

namespace {

using Diagnostics = std::vector<Diagnostic>;
using Results = std::vector<EditionResult>;

void append_to(Diagnostics& all, const Diagnostics& more) {
    all.insert(all.end(), more.begin(), more.end());
}

/// Of every language that has a locale and an edition.
std::vector<LanguageReport> language_reports(const Batch& batch, const Results& results) {
    std::vector<LanguageReport> reports;
    std::set<std::string> seen;
    for (std::size_t i = 0; i < results.size(); ++i) {
        const Language& language = *batch.editions[i].language;
        if (language.locales.empty() || results[i].files.empty()) continue;
        if (seen.insert(language.tag).second)
            reports.push_back({results[i].files.front().entry.translation, language.tag});
    }
    return reports;
}

/// What several jobs may write together.
struct DependencyFile {
    DependencyFormat format = DependencyFormat::Make;
    Dependencies dependencies;
};

/// By path.
using DependencyFiles = std::map<std::string, DependencyFile>;

/// Streams are left out: what came through one is not there to be compared.
void add_dependencies(const Batch& batch, const Results& results, FileStore& store,
                      DependencyFiles& files) {
    const Job& job = *batch.job;
    if (job.deps.empty()) return;
    DependencyFile& file = files[job.deps];
    file.format = job.deps_format;
    for (std::size_t i = 0; i < results.size(); ++i) {
        for (const MadeFile& made : results[i].files) {
            auto& inputs = file.dependencies[made.path];
            inputs.merge(inputs_of(job, batch, batch.editions[i], made.entry));
            std::erase_if(inputs, [&](const std::string& path) { return store.is_stream(path); });
        }
    }
}

Diagnostics write(const DependencyFiles& files, ByteSink& sink) {
    Diagnostics errors;
    for (const auto& [path, file] : files) {
        auto text = to_text(file.dependencies, file.format);
        if (text) {
            append_to(errors, sink.write({{path, std::move(text).value()}}));
        } else {
            errors.push_back(Diagnostic(text.diagnostics().front()).at({path}));
        }
    }
    return errors;
}

std::size_t count_outputs(const std::vector<std::unique_ptr<Batch>>& batches) {
    std::size_t count = 0;
    for (const auto& batch : batches) {
        if (batch == nullptr) continue;
        count +=
            (batch->editions.size() + batch->unreadable.size()) * batch->request.formats.size();
    }
    return count;
}

/// What can be told of the jobs only when all of them are made.
struct Ends {
    DependencyFiles dependencies;
    std::vector<Leftover> leftovers;
    std::map<std::string, std::shared_ptr<ManifestFile>> manifests;  // by path
};

/// Folders may be removed, and made again, while a build goes on.
void look_for_lost_files(ByteSink& sink, BuildReport& report) {
    std::map<std::string, std::size_t> lost;  // by folder
    for (EditionReport& edition : report.editions) {
        for (const PageReport& file : edition.files) {
            if (file.state != FileState::Written || sink.holds(file.name)) continue;
            ++lost[folder_of(file.name)];
            edition.state = EditionState::Failed;
        }
    }
    for (const auto& [folder, count] : lost) {
        report.problems.push_back(
            error("lost-output",
                  fmt::format("{} that this build wrote {} not there any more",
                              count == 1 ? "a file" : fmt::format("{} files", count),
                              count == 1 ? "is" : "are"),
                  {"something removed what was written while the build went on"})
                .at({folder}));
    }
}

/// Also when the build was stopped: what is done need not be done again.
void write_manifests(const Ends& ends, ByteSink& sink, BuildReport& report) {
    for (const auto& [path, manifest] : ends.manifests)
        append_to(report.problems, manifest->write(sink));
}

/// What one job made before, another may write now: jobs may share a manifest, and layouts a name.
void add_leftovers(const std::vector<Leftover>& found, BuildReport& report) {
    if (found.empty()) return;
    std::set<std::string> known;
    for (const EditionReport& edition : report.editions) {
        for (const PageReport& file : edition.files) known.insert(place_on_disk(file.name));
    }
    for (const Leftover& leftover : found) {
        if (!known.insert(place_on_disk(leftover.path)).second) continue;
        report.leftovers.push_back(leftover.path);
        report.problems.push_back(describe(leftover));
    }
}

BuildReport make(Batch& batch, ByteSink& sink, const Oversight& oversight,
                 const std::shared_ptr<ThreadsOwn>& threads_own, Ends& ends) {
    BuildReport report;
    BatchRun run(batch, sink, oversight, threads_own);
    const Results results = run.run(batch.job->threads);
    append_to(report.problems, run.font_problems());
    for (std::size_t i = 0; i < results.size(); ++i) {
        report.editions.push_back(report_of(batch.editions[i], results[i]));
        append_to(report.problems, results[i].problems);
    }
    for (const std::string& name : batch.unreadable)
        report.editions.push_back({name, EditionState::Failed, batch.request.formats.size(), {}});
    report.languages = language_reports(batch, results);
    const auto left_over = leftovers(batch, results);
    ends.leftovers.insert(ends.leftovers.end(), left_over.begin(), left_over.end());
    if (batch.manifest_file != nullptr) {
        batch.manifest_file->add(results);
        ends.manifests[batch.manifest] = batch.manifest_file;
    }
    add_dependencies(batch, results, *batch.files, ends.dependencies);
    return report;
}

}  // namespace

BuildReport build(const std::vector<Job>& jobs, FileStore& files, ByteSink& sink,
                  const Oversight& oversight) {
    BuildReport report;
    auto batches = plan(jobs, files, report.problems);
    if (oversight.events != nullptr) oversight.events->planned(count_outputs(batches));
    Ends ends;
    const auto threads_own = std::make_shared<ThreadsOwn>();
    for (auto& batch : batches) {
        if (batch != nullptr) report.add(make(*batch, sink, oversight, threads_own, ends));
        batch.reset();
    }
    add_leftovers(ends.leftovers, report);
    look_for_lost_files(sink, report);
    write_manifests(ends, sink, report);
    append_to(report.problems, write(ends.dependencies, sink));
    count_equal(report.problems);
    return report;
}

}  // namespace broadside::batch
