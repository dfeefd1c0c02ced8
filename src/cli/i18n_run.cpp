#include "cli/i18n_run.hpp"

#include <algorithm>
#include <cstdio>
#include <string_view>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "broadside/broadside.hpp"
#include "cli/print.hpp"

namespace broadside::cli {

namespace {

/// Whole percents, rounded down: 100 means all.
std::size_t percent(const TranslationStatus& status) {
    return status.texts == 0 ? 100 : status.translated * 100 / status.texts;
}

std::string_view review_of(const TranslationStatus& status) {
    return status.is_reviewed ? "reviewed" : "draft";
}

using Cells = std::vector<std::string>;

enum class Lengths { Measured, NotMeasured };

Cells cells_of(const TranslationStatus& status, Lengths lengths) {
    Cells cells = {status.language, fmt::format("{}/{}", status.translated, status.texts)};
    for (const std::size_t number : {percent(status), status.missing, status.stale,
                                     status.mismatched, status.obsolete, status.identical}) {
        cells.push_back(fmt::format("{}", number));
    }
    if (lengths == Lengths::Measured)
        cells.push_back(status.too_long ? fmt::format("{}", *status.too_long) : "?");
    cells.emplace_back(review_of(status));
    return cells;
}

/// Words at the left, in the first and the last column; numbers at the right.
std::string table_of(const std::vector<Cells>& lines) {
    std::vector<std::size_t> widths(lines.front().size());
    for (const Cells& cells : lines) {
        for (std::size_t i = 0; i < cells.size(); ++i)
            widths[i] = std::max(widths[i], cells[i].size());
    }
    std::string table;
    for (const Cells& cells : lines) {
        table += fmt::format("{:<{}}", cells.front(), widths.front());
        for (std::size_t i = 1; i + 1 < cells.size(); ++i)
            table += fmt::format("  {:>{}}", cells[i], widths[i]);
        table += fmt::format("  {}\n", cells.back());
    }
    return table;
}

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

std::string summary(const ExtractedFile& file) {
    std::string text =
        fmt::format("{}  {} texts, {} translated", file.path, file.texts, file.translated);
    if (file.stale > 0) text += fmt::format(", {} of them stale", file.stale);
    return text;
}

std::string summary(const MergedLocale& locale) {
    std::vector<std::string> parts;
    const auto add = [&parts](std::size_t count, std::string_view what) {
        if (count > 0) parts.push_back(fmt::format("{} {}", count, what));
    };
    add(locale.added, "added");
    add(locale.changed, "changed");
    add(locale.confirmed, "confirmed");
    if (!locale.is_written) parts.emplace_back(locale.is_new ? "nothing to take" : "unchanged");
    add(locale.fuzzy, "fuzzy left out");
    add(locale.refused, "refused");
    if (locale.is_new && locale.is_written) parts.emplace_back("new");
    if (locale.became_draft) parts.emplace_back("a draft again");
    return fmt::format("{}  {}", locale.path, fmt::join(parts, ", "));
}

std::string status_table(const std::vector<TranslationStatus>& languages) {
    const bool is_measured =
        std::any_of(languages.begin(), languages.end(),
                    [](const TranslationStatus& status) { return status.too_long.has_value(); });
    const Lengths lengths = is_measured ? Lengths::Measured : Lengths::NotMeasured;
    Cells heading = {"language", "translated", "%",        "missing",
                     "stale",    "mismatched", "obsolete", "identical"};
    if (is_measured) heading.emplace_back("too long");
    heading.emplace_back("review");
    std::vector<Cells> lines = {heading};
    for (const TranslationStatus& status : languages) lines.push_back(cells_of(status, lengths));
    return table_of(lines);
}

std::string to_json(const TranslationStatus& status) {
    const std::string too_long =
        status.too_long ? fmt::format(",\"too_long\":{}", *status.too_long) : "";
    // A tag is letters, digits and hyphens: nothing to escape.
    return fmt::format(
        R"({{"language":"{}","review":"{}","texts":{},"translated":{},"missing":{},"stale":{},)"
        R"("mismatched":{},"obsolete":{},"identical":{}{}}})",
        status.language, review_of(status), status.texts, status.translated, status.missing,
        status.stale, status.mismatched, status.obsolete, status.identical, too_long);
}

Outcome run_i18n(const I18nInvocation& invocation) {
    if (invocation.action == Action::Help) {
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
