#include "cli/i18n_run.hpp"

#include <cstdio>
#include <string>

#include "broadside/broadside.hpp"
#include "cli/i18n_help.hpp"
#include "cli/i18n_print.hpp"
#include "cli/print.hpp"

namespace broadside::cli {

namespace {

bool is_quiet(const I18nInvocation& invocation) {
    return invocation.shared.loudness == Loudness::ErrorsOnly;
}

void print(const std::string& text) { std::fwrite(text.data(), 1, text.size(), stdout); }

template <typename T>
Outcome report_on(const Result<std::vector<T>>& result, const I18nInvocation& invocation) {
    if (result && !is_quiet(invocation)) {
        for (const T& item : *result) print_line(stdout, summary(item));
    }
    print_diagnostics(result.diagnostics(), invocation.shared);
    return outcome_of(result.diagnostics());
}

Outcome extract(const I18nInvocation& invocation) {
    DiskFileStore files;
    DiskByteSink sink;
    const Job& job = invocation.shared.job;
    const auto result = extract_translations(job, invocation.extract, files, sink);
    if (job.output != kStandardStream) return report_on(result, invocation);
    print_diagnostics(result.diagnostics(), invocation.shared);
    return outcome_of(result.diagnostics());
}

Outcome merge(const I18nInvocation& invocation) {
    DiskFileStore files;
    DiskByteSink sink;
    const auto result = merge_translations(invocation.shared.job, invocation.merge, files, sink);
    Outcome outcome = report_on(result, invocation);
    if (!result) return outcome;
    for (const MergedLocale& locale : *result) {
        print_diagnostics(locale.unknown, invocation.shared);
        if (outcome == Outcome::Done) outcome = outcome_of(locale.unknown);
    }
    return outcome;
}

Outcome status(const I18nInvocation& invocation) {
    DiskFileStore files;
    const auto report = translation_status(invocation.shared.job, invocation.rule, files);
    print_diagnostics(report.diagnostics(), invocation.shared);
    if (!report) return outcome_of(report.diagnostics());
    const bool is_json = invocation.shared.form == DiagnosticsForm::Json;
    if (!is_quiet(invocation) && !is_json) print(status_table(report->languages));
    if (!is_quiet(invocation) && is_json) {
        for (const TranslationStatus& language : report->languages) print(to_json(language) + "\n");
    }
    // The table first, however the two streams are joined.
    std::fflush(stdout);
    print_diagnostics(report->problems, invocation.shared);
    return outcome_of(report->problems);
}

}  // namespace

Outcome run_i18n(const I18nInvocation& invocation) {
    if (invocation.action == I18nInvocation::Action::Help) {
        print(i18n_help_text(invocation.verb));
        return Outcome::Done;
    }
    switch (*invocation.verb) {
        case I18nVerb::Extract: return extract(invocation);
        case I18nVerb::Merge: return merge(invocation);
        case I18nVerb::Status: return status(invocation);
    }
    return Outcome::Done;
}

}  // namespace broadside::cli
