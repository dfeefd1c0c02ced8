#include "cli/run.hpp"

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <new>
#include <string>
#include <string_view>

#include <fmt/format.h>
#include <unistd.h>

#include "broadside/broadside.hpp"
#include "cli/arguments.hpp"
#include "cli/build_log.hpp"
#include "cli/print.hpp"
#include "cli/surroundings.hpp"

namespace broadside::cli {

namespace {

// A signal handler reaches nothing but globals, and of these only what is free of locks.
std::atomic<bool> stop_wanted = false;
static_assert(std::atomic<bool>::is_always_lock_free);

void want_stop(int) { stop_wanted = true; }

int exit_code(Outcome outcome) { return static_cast<int>(outcome); }

/// Output that does not arrive is a failure of the run, as for the files.
int finish(int code) {
    if (std::fflush(stdout) == 0 && std::ferror(stdout) == 0) return code;
    const bool is_closed = errno == EBADF;
    std::fputs("error: standard output cannot be written\n", stderr);
    return code == 0 ? exit_code(is_closed ? Outcome::InputErrors : Outcome::TryAgain) : code;
}

template <typename T>
int report_on(const Result<T>& result, const Invocation& invocation) {
    print_diagnostics(result.diagnostics(), invocation);
    return exit_code(outcome_of(result.diagnostics()));
}

using cli::summary;

const std::string& summary(const std::string& path) { return path; }

/// A line for each.
template <typename T>
void print_summaries(const Result<std::vector<T>>& result, const Invocation& invocation) {
    if (!result || invocation.is_quiet) return;
    for (const T& item : *result) print_line(stdout, summary(item));
}

/// A terminal that can move its cursor.
bool has_bar() {
    const char* terminal = std::getenv("TERM");
    return ::isatty(STDERR_FILENO) == 1 && terminal != nullptr &&
           std::string_view(terminal) != "dumb";
}

bool writes_to_standard_output(const std::vector<Job>& jobs) {
    return std::any_of(jobs.begin(), jobs.end(),
                       [](const Job& job) { return job.output == kStandardStream; });
}

/// As shells tell of a process that Ctrl-C ended.
constexpr int kStopped = 128 + SIGINT;

int build_jobs(const std::vector<Job>& jobs, const Invocation& invocation, FileStore& files) {
    const std::atomic<bool>& stop = stop_at_signals();
    DiskByteSink sink(&stop);
    const bool is_silent = invocation.is_quiet || writes_to_standard_output(jobs);
    const auto loud = has_bar() ? BuildLog::Kind::Bar : BuildLog::Kind::Lines;
    const auto tell = [&](const Diagnostics& found) { print_diagnostics(found, invocation); };
    BuildReport report;
    std::size_t told = 0;
    {
        BuildLog log(is_silent ? BuildLog::Kind::Silent : loud, stdout, stderr, tell);
        report = build(jobs, files, sink, {&log, &stop});
        told = log.told();
    }
    tell(Diagnostics(report.problems.begin() + static_cast<std::ptrdiff_t>(told),
                     report.problems.end()));
    if (!is_silent) print_build(report, invocation);
    const Outcome outcome = outcome_of(report.diagnostics());
    const bool is_cut = stop && outcome != Outcome::Done;
    return is_cut || report.outputs(EditionState::Stopped) > 0 ? kStopped : exit_code(outcome);
}

int build_pages(const Invocation& invocation, FileStore& files) {
    if (invocation.job_file.empty()) return build_jobs({invocation.job}, invocation, files);
    const auto jobs = read_job_file(invocation.job_file, invocation.job, invocation.given, files);
    return jobs ? build_jobs(*jobs, invocation, files) : report_on(jobs, invocation);
}

int show_budgets(const Invocation& invocation, FileStore& files) {
    const auto report = budgets(invocation.job, files);
    if (report && !invocation.is_quiet) print_text(budgets_text(*report, invocation.form));
    return report_on(report, invocation);
}

/// A finished file: nothing is set, so no option that is about setting says anything.
int check_finished(const Invocation& invocation, FileStore& files) {
    const Job& job = invocation.job;
    if (!invocation.given.empty() || job.stale || invocation.subject == CheckSubject::Budgets)
        return report_on(
            Result<PdfPromises>(wrong_use(
                "job-arguments", fmt::format("{} is a finished PDF: it is checked without options "
                                             "of layouts, languages, budgets or dates",
                                             job.dataset))),
            invocation);
    const auto kept = check_pdf(job.dataset, files);
    if (kept && !invocation.is_quiet) print_line(stdout, summary(job.dataset, *kept));
    return report_on(kept, invocation);
}

int check_input(const Invocation& invocation, FileStore& files) {
    if (is_pdf_file(invocation.job.dataset, files)) return check_finished(invocation, files);
    if (invocation.subject == CheckSubject::Budgets) return show_budgets(invocation, files);
    const auto report = check(invocation.job, files);
    if (report) print_check(*report, invocation);
    return report_on(report, invocation);
}

int start(const Invocation& invocation, FileStore& files) {
    const std::string& folder = invocation.job.dataset;
    DiskByteSink sink;
    const auto paths = write_starter(folder, files, sink);
    print_summaries(paths, invocation);
    if (paths && !invocation.is_quiet) print_text(next_step(folder, kStarterLayout));
    return report_on(paths, invocation);
}

int import_table(const Invocation& invocation, FileStore& files) {
    ImportRequest request = invocation.import_request;
    request.file = invocation.job.dataset;
    request.folder = invocation.destination.value_or("");
    DiskByteSink sink;
    const auto report = import_sheet(request, files, sink);
    if (report && !invocation.is_quiet) print_text(import_text(*report));
    std::fflush(stdout);
    return report_on(report, invocation);
}

int take_sources_out(const Invocation& invocation, FileStore& files) {
    const std::string& pdf = invocation.job.dataset;
    const std::string folder =
        pdf.ends_with(".pdf") ? pdf.substr(0, pdf.size() - 4) : pdf + ".sources";
    DiskByteSink sink;
    const auto paths = extract_sources(pdf, invocation.destination.value_or(folder),
                                       invocation.job.rebuild, files, sink);
    print_summaries(paths, invocation);
    return report_on(paths, invocation);
}

int dump_stage(const Invocation& invocation, FileStore& files) {
    const auto text = dump(invocation.job, invocation.stage, files);
    if (text) print_text(*text);
    return report_on(text, invocation);
}

int show_fonts(const Invocation& invocation, FileStore& files) {
    const auto report = report_fonts(invocation.job, files);
    if (!report) return report_on(report, invocation);
    print_diagnostics(report.diagnostics(), invocation);
    print_diagnostics(report->problems, invocation);
    print_text(fonts_text(*report, invocation.form));
    return exit_code(outcome_of(report->problems));
}

int extract_words(const Invocation& invocation, FileStore& files) {
    DiskByteSink sink;
    const auto result = extract_translations(invocation.job, invocation.extract, files, sink);
    if (invocation.job.output != kStandardStream) print_summaries(result, invocation);
    return report_on(result, invocation);
}

int write_pseudo(const Invocation& invocation, FileStore& files) {
    DiskByteSink sink;
    const auto result = write_stand_ins(invocation.job, files, sink);
    print_summaries(result, invocation);
    return report_on(result, invocation);
}

int merge_words(const Invocation& invocation, FileStore& files) {
    DiskByteSink sink;
    const auto result = merge_translations(invocation.job, invocation.merge, files, sink);
    print_summaries(result, invocation);
    const int code = report_on(result, invocation);
    Diagnostics unknown;
    for (const MergedLocale& locale : result ? *result : std::vector<MergedLocale>())
        append(unknown, locale.unknown);
    print_diagnostics(unknown, invocation);
    return code == 0 ? exit_code(outcome_of(unknown)) : code;
}

int show_status(const Invocation& invocation, FileStore& files) {
    const auto report = translation_status(invocation.job, invocation.rule, files);
    if (!report) return report_on(report, invocation);
    print_diagnostics(report.diagnostics(), invocation);
    if (!invocation.is_quiet) print_text(status_text(report->languages, invocation.form));
    // The table first, however the two streams are joined.
    std::fflush(stdout);
    print_diagnostics(report->problems, invocation);
    return exit_code(outcome_of(report->problems));
}

int write_merged_manifest(const Invocation& invocation, FileStore& files) {
    DiskByteSink sink;
    const auto merged =
        merge_manifests(invocation.manifests, invocation.destination, invocation.job, files, sink);
    if (merged && !invocation.is_quiet && merged->path != kStandardStream)
        print_line(stdout, summary(*merged));
    return report_on(merged, invocation);
}

int show_verified_manifests(const Invocation& invocation, FileStore& files) {
    Diagnostics problems;
    for (const std::string& manifest : invocation.manifests) {
        const auto verified = take(verify_manifest(manifest, files), problems);
        if (!verified) continue;
        append(problems, verified->problems);
        if (!invocation.is_quiet) print_line(stdout, summary(manifest, *verified));
    }
    // The summaries first, however the two streams are joined.
    std::fflush(stdout);
    print_diagnostics(problems, invocation);
    return exit_code(outcome_of(problems));
}

int run_verb(const Invocation& invocation) {
    DiskFileStore files;
    switch (*invocation.verb) {
        case Verb::Init: return start(invocation, files);
        case Verb::Import: return import_table(invocation, files);
        case Verb::Build: return build_pages(invocation, files);
        case Verb::Check: return check_input(invocation, files);
        case Verb::ExtractSources: return take_sources_out(invocation, files);
        case Verb::Dump: return dump_stage(invocation, files);
        case Verb::Fonts: return show_fonts(invocation, files);
        case Verb::Extract: return extract_words(invocation, files);
        case Verb::Merge: return merge_words(invocation, files);
        case Verb::Status: return show_status(invocation, files);
        case Verb::Pseudo: return write_pseudo(invocation, files);
        case Verb::MergeManifests: return write_merged_manifest(invocation, files);
        case Verb::VerifyManifest: return show_verified_manifests(invocation, files);
    }
    return 1;
}

int carry_out(const Invocation& invocation) {
    switch (invocation.action) {
        case Action::Run: return run_verb(invocation);
        case Action::Help:
            print_text(invocation.verb ? help_text(*invocation.verb) : help_text(invocation.group));
            return 0;
        case Action::Version: print_text(version_text() + '\n'); return 0;
    }
    return 1;
}

}  // namespace

const std::atomic<bool>& stop_at_signals() {
    struct sigaction action {};
    action.sa_handler = want_stop;
    // Back to the default after the first; reads and writes in progress go on.
    action.sa_flags = static_cast<int>(SA_RESETHAND | SA_RESTART);
    stop_wanted = false;
    ::sigaction(SIGINT, &action, nullptr);
    ::sigaction(SIGTERM, &action, nullptr);
    return stop_wanted;
}

int run(int argc, const char* const* argv) {
    Invocation invocation;
    try {
        const auto errors = read_arguments(argc, argv, read_surroundings(), invocation);
        if (!errors.empty()) {
            print_diagnostics(errors, invocation);
            return exit_code(outcome_of(errors));
        }
        return finish(carry_out(invocation));
    } catch (const std::bad_alloc&) {
        std::fputs("error: out of memory\n", stderr);
    } catch (const std::exception& exception) {
        print_diagnostics({error("failure", exception.what())}, invocation);
    }
    return exit_code(Outcome::InputErrors);
}

}  // namespace broadside::cli
