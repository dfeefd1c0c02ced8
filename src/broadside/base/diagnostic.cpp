#include "broadside/base/diagnostic.hpp"

#include <algorithm>
#include <cstdint>
#include <string_view>

#include <fmt/format.h>

#include "broadside/base/characters.hpp"

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

/// What a terminal would obey, or reorder its line for, is shown by its number: messages quote
/// files that others wrote.
std::string visible(std::string_view text) {
    std::string shown;
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint c = code_point_at(text, at);
        shown += is_control(c.code) || is_direction_control(c.code)
                     ? fmt::format("<U+{:04X}>", static_cast<std::uint32_t>(c.code))
                     : std::string(text.substr(at, c.size));
        at += c.size;
    }
    return shown;
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
    return visible(text);
}

std::string to_string(const Diagnostic& diagnostic) {
    std::string text = to_short_string(diagnostic);
    for (const std::string& hint : diagnostic.hints) text += "\n  hint: " + visible(hint);
    return text;
}

bool has_errors(const std::vector<Diagnostic>& diagnostics) {
    return std::any_of(diagnostics.begin(), diagnostics.end(), [](const Diagnostic& diagnostic) {
        return diagnostic.severity == Severity::Error;
    });
}

}  // namespace broadside
