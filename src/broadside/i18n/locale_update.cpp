#include "broadside/i18n/locale_update.hpp"

#include <utility>
#include <vector>

#include "broadside/i18n/exchange.hpp"
#include "broadside/load/file_format.hpp"
#include "broadside/load/syntax/json_edit.hpp"
#include "broadside/load/syntax/json_syntax.hpp"
#include "broadside/load/syntax/json_tree.hpp"

namespace broadside::i18n {

namespace {

using load::JsonValue;

bool contains_comments(std::string_view json) {
    for (std::size_t at = 0; at < json.size();) {
        if (json[at] == '/') return true;
        at = json[at] == '"' ? load::token_end(json, at) : at + 1;
    }
    return false;
}

class LocaleUpdate {
public:
    LocaleUpdate(const LocaleOnDisk& file, const Catalogue& catalogue, const LocaleChange& change)
        : file_(*file.file), locale_(*file.locale), catalogue_(catalogue), change_(change) {}

    UpdatedLocale run() {
        for (const auto& [key, text] : change_.texts) {
            if (catalogue_.find(key)->translation.empty()) return rewritten();
        }
        return {in_place(), Comments::Kept};
    }

private:
    const JsonValue& root() const { return tree_->root; }

    bool becomes_draft() const { return locale_.is_reviewed && !change_.texts.empty(); }

    /// Hashes are kept under the keys of the file, which may be short ones.
    std::map<std::string, std::string> hashes() const {
        std::map<std::string, std::string> hashes = locale_.translated_from;
        for (const auto& [key, hash] : change_.hashes) {
            const Message& message = *catalogue_.find(key);
            const bool is_short = hashes.count(message.short_key) > 0;
            hashes[is_short ? message.short_key : message.key] = hash;
        }
        return hashes;
    }

    std::string in_place() const {
        std::vector<load::Splice> splices;
        const auto replace = [&](const JsonValue& value, std::string replacement) {
            splices.push_back(
                {value.offset, load::value_end(json_, value), std::move(replacement)});
        };
        for (const auto& [key, text] : change_.texts) {
            const std::size_t begin = catalogue_.find(key)->translation_place.offset;
            splices.push_back({begin, load::token_end(json_, begin), load::json_string(text)});
        }
        if (becomes_draft())
            replace(root().find("review")->value, load::json_string(word_of(kReviews, false)));
        if (const load::JsonMember* member = root().find("translated_from")) {
            if (!change_.hashes.empty()) replace(member->value, write_hashes(hashes()));
        } else if (!change_.hashes.empty()) {
            const std::size_t end = load::value_end(json_, root().members.back().value);
            splices.push_back({end, end, ",\n\n  \"translated_from\": " + write_hashes(hashes())});
        }
        return load::spliced(json_, std::move(splices));
    }

    UpdatedLocale rewritten() const {
        LocaleFile file;
        for (const load::Key& key : load::locale_keys()) {
            if (key.name == "translated_from") break;
            const load::JsonMember* member = root().find(key.name);
            if (member == nullptr) continue;
            const std::size_t begin = member->value.offset;
            const std::string value(
                json_.substr(begin, load::value_end(json_, member->value) - begin));
            const bool is_stale_review = key.name == "review" && becomes_draft();
            file.header.emplace_back(
                key.name, is_stale_review ? load::json_string(word_of(kReviews, false)) : value);
        }
        for (const Message& message : catalogue_.messages) {
            const auto changed = change_.texts.find(message.key);
            const bool is_changed = changed != change_.texts.end();
            const std::string& text = is_changed ? changed->second : message.translation;
            if (!text.empty()) file.texts.emplace_back(message.key, text);
        }
        for (const auto& [key, text] : locale_.texts) {
            if (catalogue_.find(key) == nullptr) file.texts.emplace_back(key, text.text);
        }
        file.translated_from = hashes();
        return {write_locale(file), contains_comments(json_) ? Comments::Lost : Comments::Kept};
    }

    const SourceFile& file_;
    const model::Locale& locale_;
    const Catalogue& catalogue_;
    const LocaleChange& change_;
    const std::string_view json_ = load::text_of(file_);
    const std::optional<load::JsonTree> tree_ = load::read_json(file_);
};

}  // namespace

UpdatedLocale update_locale(const LocaleOnDisk& file, const Catalogue& catalogue,
                            const LocaleChange& change) {
    return LocaleUpdate(file, catalogue, change).run();
}

std::string new_locale(const Catalogue& catalogue, const LocaleChange& change,
                       const LocaleHead& head) {
    ExchangeFile file;
    file.format = TranslationFormat::Json;
    file.dataset = catalogue.dataset;
    file.source_language = catalogue.source_language;
    file.language = catalogue.language;
    file.schema = head.schema;
    file.is_reviewed = false;
    file.digits = head.digits;
    for (const Message& message : catalogue.messages) {
        const auto text = change.texts.find(message.key);
        if (text == change.texts.end()) continue;
        ExchangeEntry& entry = file.entries.emplace_back();
        entry.key = message.key;
        entry.translation = text->second;
        const auto hash = change.hashes.find(message.key);
        if (hash != change.hashes.end()) entry.translated_from = hash->second;
    }
    return write_json(file);
}

}  // namespace broadside::i18n
