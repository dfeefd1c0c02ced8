#include "broadside/base/diagnostic.hpp"

#include <algorithm>
#include <string_view>

#include <fmt/format.h>

#include "broadside/base/printable.hpp"

namespace broadside {

namespace {

std::string_view severity_word(Severity severity) {
    switch (severity) {
        case Severity::Error: return "error";
        case Severity::Warning: return "warning";
        case Severity::Note: return "note";
    }
    return "";
}

}  // namespace

std::string to_short_string(const Diagnostic& diagnostic) {
    std::string text;
    if (!diagnostic.file.empty()) {
        text += diagnostic.file;
        if (diagnostic.line > 0) {
            text += fmt::format(":{}", diagnostic.line);
            if (diagnostic.column > 0) text += fmt::format(":{}", diagnostic.column);
        }
        text += ": ";
    }
    text += severity_word(diagnostic.severity);
    text += ": ";
    if (!diagnostic.language.empty()) text += fmt::format("[{}] ", diagnostic.language);
    const bool has_key = !diagnostic.text_key.empty();
    const std::string& where = has_key ? diagnostic.text_key : diagnostic.pointer;
    if (!where.empty()) text += where + ": ";
    text += diagnostic.message;
    return printable(text);
}

std::string to_string(const Diagnostic& diagnostic) {
    std::string text = to_short_string(diagnostic);
    for (const std::string& hint : diagnostic.hints) text += "\n  hint: " + printable(hint);
    return text;
}

bool has_errors(const std::vector<Diagnostic>& diagnostics) {
    return std::any_of(diagnostics.begin(), diagnostics.end(), [](const Diagnostic& diagnostic) {
        return diagnostic.severity == Severity::Error;
    });
}

}  // namespace broadside
