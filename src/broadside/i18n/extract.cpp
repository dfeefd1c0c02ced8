#include "broadside/i18n/extract.hpp"

#include <chrono>

#include <fmt/format.h>

#include "broadside/base/translation.hpp"
#include "broadside/i18n/json_text.hpp"
#include "broadside/i18n/locale_write.hpp"
#include "broadside/i18n/po_language.hpp"
#include "broadside/i18n/translator_notes.hpp"

namespace broadside::i18n {

namespace {

constexpr std::int64_t kFirstSecond = -62135596800;  // 0001-01-01T00:00:00Z
constexpr std::int64_t kLastSecond = 253402300799;   // 9999-12-31T23:59:59Z

bool is_template(const Catalogue& catalogue) {
    return catalogue.language == catalogue.source_language;
}

std::string po_date(std::int64_t seconds) {
    const std::chrono::sys_seconds time{std::chrono::seconds(seconds)};
    const auto day = std::chrono::floor<std::chrono::days>(time);
    const std::chrono::year_month_day date(day);
    const std::chrono::hh_mm_ss clock(time - day);
    return fmt::format("{:04}-{:02}-{:02} {:02}:{:02}+0000", static_cast<int>(date.year()),
                       static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()),
                       clock.hours().count(), clock.minutes().count());
}

std::vector<std::pair<std::string, std::string>> header_of(const Catalogue& catalogue,
                                                           std::int64_t creation_time) {
    const std::string date = po_date(creation_time);
    const bool is_blank = is_template(catalogue);
    std::vector<std::pair<std::string, std::string>> header = {
        {"Project-Id-Version", catalogue.dataset},
        {"Report-Msgid-Bugs-To", ""},
        {"POT-Creation-Date", date},
        {"PO-Revision-Date", is_blank ? "YEAR-MO-DA HO:MI+ZONE" : date},
        {"Last-Translator", ""},
        {"Language-Team", ""},
        {"Language", is_blank ? "" : po_language_of_tag(catalogue.language)},
        {"MIME-Version", "1.0"},
        {"Content-Type", "text/plain; charset=UTF-8"},
        {"Content-Transfer-Encoding", "8bit"},
        {"X-Generator", "Broadside"},
        {"X-Broadside-Dataset", catalogue.dataset}};
    // Editors change "Language" to what they call it.
    if (!is_blank) header.emplace_back("X-Broadside-Language", catalogue.language);
    return header;
}

PoEntry entry_of(const Message& message, const Catalogue& catalogue,
                 const ExtractOptions& options) {
    PoEntry entry;
    entry.notes = translator_notes(message, options.rooms);
    entry.reference = fmt::format("{}:{}", catalogue.file, message.position.line);
    entry.is_fuzzy = is_stale(message);
    entry.context = message.key;
    entry.source = message.source;
    entry.translation = message.translation;
    const auto previous = options.previous.find(message.key);
    // A memory of some other version would explain the wrong difference.
    if (entry.is_fuzzy && previous != options.previous.end() &&
        text_hash(previous->second) == message.translated_from)
        entry.previous = previous->second;
    return entry;
}

LocaleFile locale_of(const Catalogue& catalogue, const ExtractOptions& options) {
    LocaleFile file;
    if (!options.schema.empty()) file.header.emplace_back("$schema", json_string(options.schema));
    file.header.emplace_back("format", "1");
    file.header.emplace_back("language", json_string(catalogue.language));
    file.header.emplace_back("translates", json_string(catalogue.dataset));
    for (const Message& message : catalogue.messages) {
        if (!is_offered(message, options.names)) continue;
        const bool is_blank = is_template(catalogue);
        file.texts.emplace_back(message.key, is_blank ? message.source : message.translation);
        if (!message.translated_from.empty() && !message.translation.empty())
            file.translated_from.emplace(message.key, message.translated_from);
    }
    return file;
}

}  // namespace

bool is_po_date(std::int64_t creation_time) {
    return creation_time >= kFirstSecond && creation_time <= kLastSecond;
}

PoFile extract_po(const Catalogue& catalogue, const ExtractOptions& options) {
    PoFile file{header_of(catalogue, options.creation_time), is_template(catalogue), {}};
    for (const Message& message : catalogue.messages) {
        if (is_offered(message, options.names))
            file.entries.push_back(entry_of(message, catalogue, options));
    }
    return file;
}

std::string extract_json(const Catalogue& catalogue, const ExtractOptions& options) {
    return write_locale(locale_of(catalogue, options));
}

std::string extract_commented_json(const Catalogue& catalogue, const ExtractOptions& options) {
    LocaleFile file = locale_of(catalogue, options);
    for (const Message& message : catalogue.messages) {
        if (!is_offered(message, options.names)) continue;
        std::vector<std::string>& lines = file.comments[message.key];
        lines = translator_notes(message, options.rooms);
        if (is_stale(message)) lines.emplace_back("the words have changed since:");
        if (is_template(catalogue)) continue;
        lines.push_back(
            fmt::format("{}: {}", catalogue.source_language, json_string(message.source)));
    }
    return write_locale(file);
}

}  // namespace broadside::i18n
