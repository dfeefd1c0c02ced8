#include <string_view>
#include <utility>

#include <fmt/format.h>

#include "broadside/i18n/exchange.hpp"
#include "broadside/i18n/locale_update.hpp"
#include "broadside/load/syntax/json_edit.hpp"
#include "broadside/load/syntax/json_tree.hpp"
#include "broadside/load/syntax/places.hpp"

namespace broadside::i18n {

namespace {

std::vector<std::pair<std::string, std::string>> json_header(const ExchangeFile& file) {
    std::vector<std::pair<std::string, std::string>> header;
    if (!file.schema.empty()) header.emplace_back("$schema", load::json_string(file.schema));
    header.emplace_back("format", "1");
    header.emplace_back("language", load::json_string(file.language));
    header.emplace_back("translates", load::json_string(file.dataset));
    if (file.is_reviewed)
        header.emplace_back("review", load::json_string(word_of(kReviews, *file.is_reviewed)));
    if (!file.digits.empty()) header.emplace_back("digits", load::json_string(file.digits));
    return header;
}

std::vector<std::string> comments_on(const ExchangeEntry& entry, const ExchangeFile& file) {
    std::vector<std::string> lines = entry.notes;
    if (entry.is_fuzzy) lines.emplace_back("the words have changed since:");
    if (!file.is_template())
        lines.push_back(
            fmt::format("{}: {}", file.source_language, load::json_string(entry.source)));
    return lines;
}

}  // namespace

std::string json_member(const SourceFile& source, std::string_view key) {
    const auto tree = load::read_json(source);
    const load::JsonMember* member = tree ? tree->root.find(key) : nullptr;
    return member == nullptr ? "" : std::string(member->value.text);
}

Result<ExchangeFile> read_json(const SourceFile& source) {
    const auto locale = load::load_delivered_locale(source);
    if (!locale) return locale.diagnostics();
    ExchangeFile file;
    file.format = TranslationFormat::Json;
    file.name = source.name;
    file.dataset = locale->translates;
    file.language = file.extracted_for = locale->language;
    // As the file names them: the loader keeps the digit zero alone.
    file.digits = json_member(source, "digits");
    file.is_reviewed = locale->is_reviewed;
    std::vector<SourcePlace> places;
    for (const auto& [key, text] : locale->texts) places.push_back(text.place);
    std::vector<FilePlace> found = load::file_places(places);
    auto place = found.begin();
    for (const auto& [key, text] : locale->texts) {
        ExchangeEntry entry;
        entry.key = key;
        entry.translation = text.text;
        const auto hash = locale->translated_from.find(key);
        if (hash != locale->translated_from.end()) entry.translated_from = hash->second;
        entry.place = std::move(*place++);
        file.entries.push_back(std::move(entry));
    }
    return file;
}

std::string write_json(const ExchangeFile& file) {
    LocaleFile locale;
    locale.header = json_header(file);
    for (const ExchangeEntry& entry : file.entries) {
        locale.texts.emplace_back(entry.key, file.is_template() ? entry.source : entry.translation);
        if (!entry.translated_from.empty() && !entry.translation.empty())
            locale.translated_from.emplace(entry.key, entry.translated_from);
        if (file.format == TranslationFormat::CommentedJson)
            locale.comments[entry.key] = comments_on(entry, file);
    }
    return write_locale(locale);
}

}  // namespace broadside::i18n
