#include "cli/print.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "broadside/base/phrases.hpp"
#include "broadside/base/printable.hpp"

namespace broadside::cli {

namespace {

std::string in_form(const Diagnostic& diagnostic, DiagnosticsForm form) {
    switch (form) {
        case DiagnosticsForm::Human: return to_string(diagnostic);
        case DiagnosticsForm::Short: return to_short_string(diagnostic);
        case DiagnosticsForm::Json: return to_json(diagnostic);
    }
    return "";
}

void write_line(std::FILE* stream, std::string line) {
    line += '\n';
    std::fwrite(line.data(), 1, line.size(), stream);
}

}  // namespace

void print_text(std::string_view text) { std::fwrite(text.data(), 1, text.size(), stdout); }

void print_line(std::FILE* stream, std::string_view line) { write_line(stream, printable(line)); }

std::string to_json(const Diagnostic& diagnostic) {
    std::string json = fmt::format("{{\"severity\":\"{}\",\"code\":{}",
                                   to_string(diagnostic.severity), json_text(diagnostic.code));
    const auto add = [&json](std::string_view key, const std::string& value) {
        if (!value.empty()) json += fmt::format(",\"{}\":{}", key, json_text(value));
    };
    add("file", diagnostic.file);
    if (diagnostic.line > 0) json += fmt::format(",\"line\":{}", diagnostic.line);
    if (diagnostic.column > 0) json += fmt::format(",\"column\":{}", diagnostic.column);
    add("pointer", diagnostic.pointer);
    add("text", diagnostic.text_key);
    add("language", diagnostic.language);
    std::vector<std::string> hints;
    for (const std::string& hint : diagnostic.hints) hints.push_back(json_text(hint));
    json += fmt::format(",\"message\":{},\"hints\":[{}]", json_text(diagnostic.message),
                        fmt::join(hints, ","));
    if (diagnostic.count > 1) json += fmt::format(",\"count\":{}", diagnostic.count);
    std::vector<std::string> more;
    for (const TextPosition& place : diagnostic.more)
        more.push_back(fmt::format("{{\"line\":{},\"column\":{}}}", place.line, place.column));
    if (!more.empty()) json += fmt::format(",\"more\":[{}]", fmt::join(more, ","));
    return json + '}';
}

void print_diagnostics(const Diagnostics& diagnostics, const Invocation& invocation) {
    for (const Diagnostic& diagnostic : diagnostics) {
        const bool is_error = diagnostic.severity == Severity::Error;
        if (!is_error && invocation.is_quiet) continue;
        // For people it is printable already; for programs it is exact.
        write_line(stderr, in_form(diagnostic, invocation.form));
    }
}

std::string summary(const std::string& path, const PdfPromises& kept) {
    std::vector<std::string> standards;
    if (kept.ua_1) standards.emplace_back("PDF/UA-1");
    if (kept.archive_part > 0) standards.push_back(fmt::format("PDF/A-{}a", kept.archive_part));
    return fmt::format("{}: keeps {}, as far as a machine can tell; {}", path,
                       fmt::join(standards, " and "), counted(kept.pages, "page"));
}

std::string summary(const MergedManifest& merged) {
    return fmt::format("{}  {}", merged.path, counted(merged.files, "file"));
}

std::string summary(const std::string& path, const VerifiedManifest& verified) {
    const std::size_t good = verified.files - verified.missing - verified.changed;
    std::string text =
        fmt::format("{}: {} of {} as written", path, good, counted(verified.files, "file"));
    if (verified.missing > 0) text += fmt::format(", {} missing", verified.missing);
    if (verified.changed > 0) text += fmt::format(", {} changed", verified.changed);
    if (verified.extra > 0) text += fmt::format(", {} extra", verified.extra);
    return text;
}

std::string summary(const PageReport& page) {
    if (page.facts->pages == 0) return "one page of any length";
    std::string text = fmt::format("{}, smallest type {:.1f} pt",
                                   counted(page.facts->pages, "page"), page.facts->smallest_type);
    if (!page.facts->limited_by.empty())
        text += fmt::format(", size set by {}", page.facts->limited_by);
    return text;
}

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

std::string translation_line(const LanguageReport& language) {
    std::string line = fmt::format("{}: {} of {} texts translated", language.language,
                                   language.translated, language.texts);
    for (const auto& [fallback, count] : language.fallbacks)
        line += fmt::format(", {} in {}", count, fallback);
    if (language.stale > 0) line += fmt::format(", {} stale", language.stale);
    return language.is_reviewed ? line : line + ", draft";
}

std::string build_summary(const BuildReport& report) {
    const std::size_t written = report.files(FileState::Written);
    const std::size_t unchanged = report.files(FileState::Unchanged);
    const std::size_t failed = report.outputs(EditionState::Failed);
    const std::size_t stopped = report.outputs(EditionState::Stopped);
    // One written file has its line already, one failed edition its errors.
    const std::size_t left_over = report.leftovers.size();
    const std::size_t cards = report.cards_left_out();
    if (unchanged + stopped + left_over + cards == 0 && written + failed <= 1) return "";
    std::string text = fmt::format("{} written, {} unchanged", written, unchanged);
    if (stopped > 0) text = fmt::format("stopped: {}, {} not made", text, stopped);
    if (left_over > 0) text += fmt::format(", {} left over", left_over);
    if (cards > 0) text += fmt::format(", {} left out", counted(cards, "card"));
    if (failed == 0) return text;
    constexpr std::size_t kMostNamed = 10;
    return text + fmt::format(", {} failed: {}", failed,
                              shortlist(report.names(EditionState::Failed), kMostNamed));
}

void print_build(const BuildReport& report, const Invocation& invocation) {
    if (invocation.is_quiet) return;
    for (const LanguageReport& language : report.languages)
        print_line(stdout, translation_line(language));
    const std::string text = build_summary(report);
    if (!text.empty()) print_line(stdout, text);
}

void print_check(const CheckReport& report, const Invocation& invocation) {
    if (invocation.is_quiet) return;
    if (report.entries.empty()) print_line(stdout, "ok");
    for (const PageReport& page : report.entries) {
        print_line(stdout, fmt::format("ok  {}  {}", page.name, summary(page)));
    }
}

}  // namespace broadside::cli
