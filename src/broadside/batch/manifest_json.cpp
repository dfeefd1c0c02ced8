#include "broadside/batch/manifest.hpp"

#include <iterator>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "broadside/base/printable.hpp"
#include "broadside/base/url.hpp"
#include "broadside/load/syntax/text_rules.hpp"
#include "broadside/version.hpp"

namespace broadside::batch {

namespace {

constexpr std::string_view kBeginning = "{\n  \"format\": 1,\n  \"program\": ";

std::string line_of(const model::UsedFace& font) {
    return fmt::format(R"({{"family": {}, "face": {}, "file": {}}})", json_text(font.family),
                       json_text(font.face), json_text(font.file));
}

std::string line_of(const TranslationCounts& counts) {
    std::vector<std::string> fallbacks;
    for (const auto& [language, count] : counts.fallbacks)
        fallbacks.push_back(fmt::format("{}: {}", json_text(language), count));
    return fmt::format(R"({{"texts": {}, "translated": {}, "stale": {}, "fallbacks": {{{}}}, )"
                       R"("review": "{}"}})",
                       counts.texts, counts.translated, counts.stale, fmt::join(fallbacks, ", "),
                       word_of(kReviews, counts.is_reviewed));
}

/// An array with an item a line, so that a version control shows what changed.
std::string array_of(const std::vector<std::string>& lines) {
    if (lines.empty()) return "[]";
    return fmt::format("[\n        {}\n      ]", fmt::join(lines, ",\n        "));
}

std::string object_of(const Decisions& type) {
    std::string line =
        fmt::format(R"({{"smallest": {}, "scale": {}, "padding_scale": {}, "hyphenated": {})",
                    type.smallest_type.value, type.type_scale, type.padding_scale, type.hyphenated);
    if (!type.limited_by.empty())
        line += fmt::format(R"(, "set_by": {})", json_text(type.limited_by));
    return line + "}";
}

std::string object_of(const model::ManifestEntry& entry) {
    const model::OutputFacts& about = *entry.about;
    std::vector<std::string> fonts, warnings;
    for (const model::UsedFace& font : about.fonts) fonts.push_back(line_of(font));
    for (const std::string& warning : about.warnings) warnings.push_back(json_text(warning));

    std::string out = "    {\n";
    const auto add = [&out](std::string_view key, std::string_view value) {
        fmt::format_to(std::back_inserter(out), "      \"{}\": {},\n", key, value);
    };
    add("path", json_text(entry.path));
    if (load::find_invalid_utf8(entry.path))
        add("path_url", json_text(percent_encoded(entry.path, "-._~/")));
    add("hash", json_text(to_string(entry.hash)));
    add("bytes", fmt::to_string(entry.bytes));
    add("dataset", json_text(about.dataset));
    add("layout", json_text(about.layout));
    add("language", json_text(about.language));
    if (!entry.record.empty()) add("record", json_text(entry.record));
    add("format", json_text(about.format));
    if (entry.page > 0) add("page", fmt::to_string(entry.page));
    add("files", fmt::to_string(about.files));
    add("pages", fmt::to_string(about.pages));
    add("type", object_of(about.type));
    add("fonts", array_of(fonts));
    add("translation", line_of(about.translation));
    add("warnings", array_of(warnings));
    fmt::format_to(std::back_inserter(out), "      \"inputs\": {}\n    }}",
                   json_text(entry.inputs == Digest() ? "" : to_string(entry.inputs)));
    return out;
}

std::string program_name() {
    const std::string versions = version_text();
    return versions.substr(0, versions.find('\n'));
}

void give_json(const std::vector<const model::ManifestEntry*>& entries,
               const FileBytes::Take& take) {
    take(fmt::format("{}{},\n  \"outputs\": [", kBeginning, json_text(program_name())));
    for (const model::ManifestEntry* entry : entries) {
        take(entry == entries.front() ? "\n" : ",\n");
        take(object_of(*entry));
    }
    take(entries.empty() ? "]\n}\n" : "\n  ]\n}\n");
}

}  // namespace

FileBytes json_of(std::vector<const model::ManifestEntry*> entries) {
    return FileBytes(
        [entries = std::move(entries)](const FileBytes::Take& take) { give_json(entries, take); });
}

bool begins_as_manifest(std::string_view bytes) {
    const std::string name = program_name();
    // Without the version, which may be another.
    const std::string first_word = name.substr(0, name.find(' '));
    return bytes.starts_with(fmt::format("{}\"{} ", kBeginning, first_word));
}

}  // namespace broadside::batch
