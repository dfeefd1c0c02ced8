#include <algorithm>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include "broadside/base/limits.hpp"
#include "broadside/base/phrases.hpp"
#include "broadside/base/timestamp.hpp"
#include "broadside/i18n/exchange.hpp"
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

/// `2026-01-31 12:00+0000`
std::string date_of(std::int64_t seconds) {
    const std::string time = iso_8601(seconds).value();
    return time.substr(0, 10) + " " + time.substr(11, 5) + "+0000";
}

/// gettext joins the parts of a tag with underscores: `zh_Hant`.
std::string po_language(std::string tag) {
    std::replace(tag.begin(), tag.end(), '-', '_');
    return tag;
}

std::string header_of(const ExchangeFile& file) {
    const bool is_blank = file.is_template();
    const std::string date = date_of(file.creation_time);
    std::vector<std::pair<std::string_view, std::string>> fields = {
        {"Project-Id-Version", file.dataset},
        {"Report-Msgid-Bugs-To", ""},
        {"POT-Creation-Date", date},
        {"PO-Revision-Date", is_blank ? "YEAR-MO-DA HO:MI+ZONE" : date},
        {"Last-Translator", ""},
        {"Language-Team", ""},
        {"Language", is_blank ? "" : po_language(file.language)},
        {"MIME-Version", "1.0"},
        {"Content-Type", "text/plain; charset=UTF-8"},
        {"Content-Transfer-Encoding", "8bit"},
        {"X-Generator", "Broadside"},
        {"X-Broadside-Dataset", file.dataset}};
    // Editors change "Language" to what they call it.
    if (!is_blank) fields.emplace_back("X-Broadside-Language", file.language);
    std::string text;
    for (const auto& [name, value] : fields) text += fmt::format("{}: {}\n", name, value);
    return fmt::format("{}msgid \"\"\nmsgstr {}", is_blank ? "#, fuzzy\n" : "", value_of(text));
}

/// A name with a space stands between isolates (GNU gettext 0.22, "PO Files").
std::string reference_of(const FilePlace& place) {
    std::string file = one_line(unicode::to_utf8(place.file));
    if (file.find(' ') != std::string::npos) file = fmt::format("\u2068{}\u2069", file);
    return fmt::format("{}:{}", file, place.position.line);
}

std::string text_of(const ExchangeEntry& entry) {
    std::string text = "\n";
    for (const std::string& note : entry.notes) text += fmt::format("#. {}\n", note);
    text += fmt::format("#: {}\n", reference_of(entry.place));
    if (entry.is_fuzzy) text += "#, fuzzy\n";
    if (!entry.previous_source.empty())
        text += with_prefix("#| ", "msgid " + value_of(entry.previous_source));
    text += "msgctxt " + value_of(entry.key) + "msgid " + value_of(entry.source);
    return text + "msgstr " + value_of(entry.translation);
}

}  // namespace

bool is_po_date(std::int64_t creation_time) {
    constexpr std::int64_t kFirstSecond = -62135596800;  // 0001-01-01T00:00:00Z
    return creation_time >= kFirstSecond && creation_time <= limits::kLastSecond;
}

std::string write_po(const ExchangeFile& file) {
    std::string text = header_of(file);
    for (const ExchangeEntry& entry : file.entries) text += text_of(entry);
    return text;
}

}  // namespace broadside::i18n
