#include "cli/print.hpp"

#include <cstdio>
#include <string_view>

#include <fmt/format.h>

namespace broadside::cli {

namespace {

std::string_view word_of(Severity severity) {
    switch (severity) {
        case Severity::Error: return "error";
        case Severity::Warning: return "warning";
        case Severity::Note: return "note";
    }
    return "";
}

std::string in_form(const Diagnostic& diagnostic, DiagnosticsForm form) {
    switch (form) {
        case DiagnosticsForm::Human: return to_string(diagnostic);
        case DiagnosticsForm::Short: return to_short_string(diagnostic);
        case DiagnosticsForm::Json: return to_json(diagnostic);
    }
    return "";
}

void print_line(std::FILE* stream, std::string line) {
    line += '\n';
    std::fwrite(line.data(), 1, line.size(), stream);
}

}  // namespace

std::string json_string(std::string_view text) {
    std::string json = "\"";
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\') {
            json.append({'\\', c});
        } else if (byte < 0x20) {
            json += fmt::format("\\u{:04x}", byte);
        } else {
            json += c;
        }
    }
    return json + '"';
}

std::string to_json(const Diagnostic& diagnostic) {
    std::string json = fmt::format("{{\"severity\":\"{}\",\"code\":{}",
                                   word_of(diagnostic.severity), json_string(diagnostic.code));
    const auto add = [&json](std::string_view key, const std::string& value) {
        if (!value.empty()) json += fmt::format(",\"{}\":{}", key, json_string(value));
    };
    add("file", diagnostic.file);
    if (diagnostic.line > 0) json += fmt::format(",\"line\":{}", diagnostic.line);
    if (diagnostic.column > 0) json += fmt::format(",\"column\":{}", diagnostic.column);
    add("pointer", diagnostic.pointer);
    add("language", diagnostic.language);
    json += ",\"message\":" + json_string(diagnostic.message) + ",\"hints\":[";
    for (std::size_t index = 0; index < diagnostic.hints.size(); ++index) {
        json += (index > 0 ? "," : "") + json_string(diagnostic.hints[index]);
    }
    return json + "]}";
}

void print_diagnostics(const std::vector<Diagnostic>& diagnostics, const Invocation& invocation) {
    for (const Diagnostic& diagnostic : diagnostics) {
        const bool is_error = diagnostic.severity == Severity::Error;
        if (!is_error && invocation.loudness == Loudness::ErrorsOnly) continue;
        print_line(stderr, in_form(diagnostic, invocation.form));
    }
}

std::string summary(const PageReport& page) {
    std::string text = fmt::format("{} {}, smallest type {:.1f} pt", page.pages,
                                   page.pages == 1 ? "page" : "pages", page.smallest_type);
    if (!page.size_set_by.empty()) text += fmt::format(", size set by {}", page.size_set_by);
    return text;
}

void print_pages(const Report& report, const Invocation& invocation) {
    if (invocation.loudness == Loudness::ErrorsOnly) return;
    for (const PageReport& page : report.entries) {
        print_line(stdout, fmt::format("{}  {}", page.name, summary(page)));
    }
}

void print_check(const Report& report, const Invocation& invocation) {
    if (invocation.loudness == Loudness::ErrorsOnly) return;
    if (report.entries.empty()) print_line(stdout, "ok");
    for (const PageReport& page : report.entries) {
        print_line(stdout, fmt::format("ok  {}  {}", page.name, summary(page)));
    }
}

}  // namespace broadside::cli
