#include "broadside/batch/build.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <memory>
#include <set>
#include <utility>

#include <fmt/format.h>

#include "broadside/base/phrases.hpp"
#include "broadside/batch/dependencies.hpp"
#include "broadside/batch/last_build.hpp"
#include "broadside/batch/make_editions.hpp"
#include "broadside/batch/web_bundle.hpp"
#include "broadside/editions/editions.hpp"
#include "broadside/files/paths.hpp"
#include "broadside/files/system.hpp"
#include "broadside/outputs/outputs.hpp"

namespace broadside::batch {

namespace {

using Results = std::vector<EditionResult>;

/// Of every language that has a locale and an edition.
std::vector<LanguageReport> language_reports(const Plan& plan, const Results& results) {
    std::vector<LanguageReport> reports;
    std::set<std::string> seen;
    for (std::size_t i = 0; i < results.size(); ++i) {
        const Language& language = *plan.editions[i].language;
        if (language.locales.empty() || results[i].files.empty()) continue;
        if (seen.insert(language.tag).second)
            reports.push_back({results[i].files.front().entry.about->translation, language.tag});
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
void add_dependencies(const Plan& plan, const Results& results, FileStore& store,
                      DependencyFiles& files) {
    const Job& job = *plan.job;
    if (job.deps.empty()) return;
    DependencyFile& file = files[job.deps];
    file.format = job.deps_format;
    for (std::size_t i = 0; i < results.size(); ++i) {
        for (const MadeFile& made : results[i].files) {
            auto& inputs = file.dependencies[plan.path_of(plan.editions[i], made)];
            inputs.merge(input_paths(job, plan, plan.editions[i], made.entry));
            std::erase_if(inputs, [&](const std::string& path) { return store.is_stream(path); });
        }
    }
}

Diagnostics write(const DependencyFiles& files, ByteSink& sink) {
    Diagnostics errors;
    for (const auto& [path, file] : files) {
        auto text = to_text(file.dependencies, file.format);
        if (text) {
            append(errors, sink.write({{path, std::move(text).value()}}));
        } else {
            errors.push_back(Diagnostic(text.diagnostics().front()).at({path}));
        }
    }
    return errors;
}

std::size_t count_outputs(const std::vector<std::unique_ptr<Plan>>& plans) {
    std::size_t count = 0;
    for (const auto& plan : plans) {
        if (plan == nullptr) continue;
        count += (plan->editions.size() + plan->unreadable.size()) * plan->request.formats.size();
    }
    return count;
}

/// Whether the entry is of what the plan has in the place of its file now.
bool is_of(const Plan& plan, const PlannedEdition& edition, const emit::Format& format,
           const model::ManifestEntry& entry) {
    const model::OutputFacts& about = *entry.about;
    return about.dataset == plan.sources.dataset.dataset.id &&
           about.layout == edition.layout->input.layout.name &&
           about.language == edition.language->tag && about.format == format.name &&
           entry.record == key_of(plan.sources, edition);
}

std::size_t count_files(const EditionResult& result, const emit::Format& format) {
    return static_cast<std::size_t>(std::count_if(
        result.files.begin(), result.files.end(),
        [&format](const MadeFile& file) { return file.entry.about->format == format.name; }));
}

Diagnostic left_over(const std::string& path, std::size_t pages_then, std::size_t pages_now) {
    return warning("left-over",
                   fmt::format("left over from an earlier build of {}; this one has {}",
                               counted(pages_then, "page"), counted(pages_now, "page")),
                   {"remove it: nothing writes it any more"})
        .at({path});
}

/// Whichever of the numbers that pages have had are not those of the pages that were made now.
void add_leftovers_of(const Plan& plan, const PlannedEdition& edition, const emit::Format& format,
                      const EditionResult& result, Diagnostics& found) {
    const std::string first = path_of(plan.request, plan.sources, edition, format);
    std::set<std::string> made;
    for (const MadeFile& file : result.files) made.insert(plan.path_of(edition, file));
    for (const PageNumber& number : plan.past().page_numbers()) {
        if (number.page == 0) continue;
        const std::string path =
            path_of(plan.request, plan.sources, edition, format, number.page, number.files);
        const model::ManifestEntry* entry = plan.past().find(path);
        const bool is_page = entry != nullptr && entry->page == number.page &&
                             entry->about->files == number.files &&
                             is_of(plan, edition, format, *entry);
        if (!is_page || made.count(path) > 0 || !plan.past().exists(*entry)) continue;
        const bool is_of_another_job = path != first && plan.taken->is_taken(path);
        if (!is_of_another_job)
            found.push_back(left_over(path, entry->about->files, count_files(result, format)));
    }
}

/// Files that an earlier build wrote as pages of editions which have other pages now: of those that
/// were made, by path, each as long as it is there. Later pages of another job may be among them:
/// what they are called is known when that job is made. They are told and never removed: a build
/// that deletes what it was not asked to delete is trusted once.
Diagnostics leftovers(const Plan& plan, const Results& results) {
    Diagnostics found;
    for (std::size_t i = 0; i < results.size(); ++i) {
        if (results[i].state != EditionState::Made) continue;
        const PlannedEdition& edition = plan.editions[i];
        for (const emit::Format* format : plan.request.formats) {
            if (format->one_file_a_page)
                add_leftovers_of(plan, edition, *format, results[i], found);
        }
    }
    std::sort(found.begin(), found.end(),
              [](const Diagnostic& a, const Diagnostic& b) { return a.file < b.file; });
    return found;
}

/// What can be told of the jobs only when all of them are made.
struct Ends {
    DependencyFiles dependencies;
    Diagnostics leftovers;
    std::map<std::string, std::shared_ptr<ManifestFile>> manifests;  // by path
    QuestionLog* log = nullptr;  // that knows what is written; null: nobody asks
    Diagnostics lasting;         // problems that a build tells also where it makes nothing
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
                .of(Diagnostic::Kind::Passing)
                .at({folder}));
    }
}

/// What one job made before, another may write now: jobs may share a manifest, and layouts a name.
void add_leftovers(Diagnostics found, BuildReport& report) {
    if (found.empty()) return;
    std::set<std::string> known;
    for (const EditionReport& edition : report.editions) {
        for (const PageReport& file : edition.files) known.insert(place_on_disk(file.name));
    }
    for (Diagnostic& leftover : found) {
        if (!known.insert(place_on_disk(leftover.file)).second) continue;
        report.leftovers.push_back(leftover.file);
        report.problems.push_back(std::move(leftover));
    }
}

void add_digests(const Plan& plan, const Results& results, QuestionLog& log) {
    for (std::size_t i = 0; i < results.size(); ++i) {
        for (const MadeFile& file : results[i].files)
            log.wrote(plan.path_of(plan.editions[i], file), file.entry.hash);
    }
}

BuildReport make(Plan& plan, ByteSink& sink, const Oversight& oversight, ThreadsOwn& threads_own,
                 WebBundles& bundles, std::size_t reported, Ends& ends) {
    BuildReport report;
    auto [results, font_problems] = make_editions(plan, sink, oversight, threads_own);
    append(report.problems, std::move(font_problems));
    report.languages = language_reports(plan, results);
    append(ends.leftovers, leftovers(plan, results));
    add_dependencies(plan, results, *plan.files, ends.dependencies);
    bundles.add(plan, results, reported);
    if (ends.log != nullptr) add_digests(plan, results, *ends.log);
    std::set<Sparse<PageFacts>> known;
    report.editions.reserve(results.size() + plan.unreadable.size());
    for (std::size_t i = 0; i < results.size(); ++i) {
        EditionReport& edition =
            report.editions.emplace_back(report_of(plan, plan.editions[i], results[i]));
        for (PageReport& file : edition.files) file.facts = *known.insert(file.facts).first;
        // Such an edition is made again by each build, and fails again.
        if (has_errors(results[i].problems)) append(ends.lasting, results[i].problems);
        append(report.problems, std::move(results[i].problems));
    }
    for (const std::string& name : plan.unreadable)
        report.editions.push_back({name, EditionState::Failed, plan.request.formats.size(), {}});
    if (plan.manifest_file != nullptr) {
        plan.manifest_file->add(std::move(results));
        ends.manifests[plan.manifest] = plan.manifest_file;
    }
    return report;
}

/// Also when the build was stopped: what is done need not be done again.
Diagnostics write_manifests(Ends& ends, ByteSink& sink) {
    Diagnostics errors;
    for (auto& [path, manifest] : ends.manifests) {
        append(errors, manifest->write(sink));
        if (ends.log != nullptr) {
            ends.log->wrote(path, manifest->hash());
            ends.log->wrote(journal_of(path), std::nullopt);
        }
        // Several paths may lead to one.
        manifest.reset();
    }
    return errors;
}

/// The first `told` stay as they were told, and none of the others is a known one.
void count_later(Diagnostics& problems, std::size_t told, const std::set<std::string>& known) {
    const auto begin = problems.begin() + static_cast<std::ptrdiff_t>(told);
    Diagnostics later(std::make_move_iterator(begin), std::make_move_iterator(problems.end()));
    problems.erase(begin, problems.end());
    std::erase_if(later,
                  [&](const Diagnostic& problem) { return known.count(identity_of(problem)) > 0; });
    count_equal(later);
    append(problems, std::move(later));
}

BuildReport build_all(const std::vector<Job>& jobs, FileStore& files, ByteSink& sink,
                      const Oversight& oversight, Ends& ends) {
    BuildReport report;
    WebBundles bundles(jobs, report.problems);
    auto plans = plan_jobs(bundles.jobs(), files, report.problems);
    std::set<std::string> known;
    for (const Diagnostic& problem : report.problems) known.insert(identity_of(problem));
    count_equal(report.problems);
    ends.lasting = report.problems;
    const std::size_t told = report.problems.size();
    if (oversight.events != nullptr) {
        oversight.events->found(report.problems);
        oversight.events->planned(count_outputs(plans));
    }
    {
        ThreadsOwn threads_own;
        for (auto& plan : plans) {
            if (plan != nullptr)
                report.add(make(*plan, sink, oversight, threads_own, bundles,
                                report.editions.size(), ends));
            plan.reset();
        }
    }
    const auto found = static_cast<std::ptrdiff_t>(report.problems.size());
    add_leftovers(std::move(ends.leftovers), report);
    append(ends.lasting, {report.problems.begin() + found, report.problems.end()});
    look_for_lost_files(sink, report);
    append(report.problems, write_manifests(ends, sink));
    append(report.problems, write(ends.dependencies, sink));
    append(report.problems, bundles.write(report, files, sink, ends.log));
    count_later(report.problems, told, known);
    count_later(ends.lasting, told, known);
    return report;
}

/// Whether the next build of the same files would end in the same way, and tell all of it. Places
/// that cannot be written are asked again.
bool is_final(const BuildReport& report, const Diagnostics& lasting) {
    const auto may_pass = [](const Diagnostic& problem) {
        return problem.kind == Diagnostic::Kind::Passing || problem.code == kCannotWrite;
    };
    return report.outputs(EditionState::Stopped) == 0 &&
           outcome_of(report.problems) == outcome_of(lasting) &&
           outcome_of(lasting) != Outcome::WrongUse &&
           std::none_of(report.problems.begin(), report.problems.end(), may_pass);
}

/// As if everything had been looked at.
void tell(const BuildReport& report, BuildEvents& events) {
    std::size_t outputs = 0;
    for (const EditionReport& edition : report.editions) outputs += edition.outputs;
    events.found(report.problems);
    events.planned(outputs);
    for (const EditionReport& edition : report.editions) {
        events.began(edition.name);
        events.finished(edition);
        events.reported(edition);
    }
}

}  // namespace

BuildReport build(const std::vector<Job>& jobs, FileStore& files, ByteSink& sink,
                  const Oversight& oversight) {
    Ends ends;
    const auto task = task_of(jobs);
    if (!task) return build_all(jobs, files, sink, oversight, ends);
    const std::string place = place_in(jobs.front().cache, *task);
    const auto is_forced = [](const Job& job) { return job.rebuild == Rebuild::All; };
    if (std::none_of(jobs.begin(), jobs.end(), is_forced)) {
        if (auto report = recall(place, *task, files, sink)) {
            if (oversight.events != nullptr) tell(*report, *oversight.events);
            return *std::move(report);
        }
    }
    QuestionLog log(files);
    ends.log = &log;
    BuildReport report = build_all(jobs, log, sink, oversight, ends);
    if (is_final(report, ends.lasting)) {
        LastBuild done{*task, {}, {}, std::move(report)};
        done.report.problems.swap(ends.lasting);
        remember(place, done, log, files, sink);
        report = std::move(done.report);
        report.problems = std::move(ends.lasting);
    }
    return report;
}

}  // namespace broadside::batch
