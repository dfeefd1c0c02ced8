#include "broadside/i18n/po_write.hpp"

#include <algorithm>
#include <string_view>

#include <fmt/format.h>

#include "broadside/unicode/utf8.hpp"

namespace broadside::i18n {

namespace {

std::string quoted(std::string_view text) {
    std::string quoted = "\"";
    for (const char c : text) {
        if (c == '\n') {
            quoted += "\\n";
        } else {
            if (c == '"' || c == '\\') quoted += '\\';
            quoted += c;
        }
    }
    return quoted + "\"";
}

/// Text of several lines starts on a line of its own and breaks after each.
std::string value_of(std::string_view text) {
    const std::size_t first = text.find('\n');
    if (first == std::string_view::npos || first + 1 == text.size()) return quoted(text) + "\n";
    std::string lines = "\"\"\n";
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size() - 1) + 1;
        lines += quoted(text.substr(0, end)) + "\n";
        text.remove_prefix(end);
    }
    return lines;
}

std::string with_prefix(std::string_view prefix, std::string_view lines) {
    std::string text;
    while (!lines.empty()) {
        const std::size_t end = lines.find('\n') + 1;
        text.append(prefix).append(lines.substr(0, end));
        lines.remove_prefix(end);
    }
    return text;
}

std::string header_of(const PoFile& file) {
    std::string fields;
    for (const auto& [name, value] : file.header) fields += fmt::format("{}: {}\n", name, value);
    return fmt::format("{}msgid \"\"\nmsgstr {}", file.is_template ? "#, fuzzy\n" : "",
                       value_of(fields));
}

/// A name with a space stands between isolates (GNU gettext 0.22, "PO Files").
std::string reference_of(const std::string& path_and_line) {
    std::string reference = unicode::to_utf8(path_and_line);
    std::replace(reference.begin(), reference.end(), '\n', ' ');
    const std::size_t colon = reference.rfind(':');
    if (reference.find(' ') == std::string::npos || colon == std::string::npos) return reference;
    return fmt::format("\u2068{}\u2069{}", reference.substr(0, colon), reference.substr(colon));
}

std::string text_of(const PoEntry& entry) {
    std::string text = "\n";
    for (const std::string& note : entry.notes) text += fmt::format("#. {}\n", note);
    if (!entry.reference.empty()) text += fmt::format("#: {}\n", reference_of(entry.reference));
    if (entry.is_fuzzy) text += "#, fuzzy\n";
    if (!entry.previous.empty()) text += with_prefix("#| ", "msgid " + value_of(entry.previous));
    if (!entry.context.empty()) text += "msgctxt " + value_of(entry.context);
    text += "msgid " + value_of(entry.source);
    return text + "msgstr " + value_of(entry.translation);
}

}  // namespace

std::string write_po(const PoFile& file) {
    std::string text = header_of(file);
    for (const PoEntry& entry : file.entries) text += text_of(entry);
    return text;
}

}  // namespace broadside::i18n
