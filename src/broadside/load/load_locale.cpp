#include <optional>

#include <fmt/format.h>

#include "broadside/load/load.hpp"
#include "broadside/load/locale_keys.hpp"
#include "broadside/load/read_value.hpp"
#include "broadside/load/syntax/load_json.hpp"
#include "broadside/load/syntax/object_reader.hpp"
#include "broadside/load/syntax/text_rules.hpp"
#include "broadside/model/text_slots.hpp"

namespace broadside::load {

namespace {

bool is_left_empty(const Node& node) {
    return node.is(JsonType::String) && node.text().find_first_not_of(" \n") == std::string::npos;
}

/// Hangs every string below a node under its ids, joined by slashes.
class WordsReader {
public:
    WordsReader(model::Locale& locale, Report& report) : locale_(locale), report_(report) {}

    void read(const std::string& key, const Node& node) {
        switch (node.value->type) {
            case JsonType::String: read_text_of(key, node); return;
            case JsonType::Array: {
                std::size_t position = 0;
                for (const Node& item : items_of(node, report_)) {
                    read_text_of(fmt::format("{}/{}", key, position++), item);
                }
                return;
            }
            case JsonType::Object:
                for (const NodeMember& member : id_members_of(node, report_)) {
                    read(key + "/" + member.key, member.node);
                }
                return;
            default: report_mismatch(node, report_, {"wrong-type", "words in quotes", {}});
        }
    }

private:
    /// A text that is not translated yet is written empty by translation tools.
    void read_text_of(const std::string& key, const Node& node) {
        const bool is_missing = is_left_empty(node);
        const bool is_url = model::is_link_target(key) && !is_missing;
        model::Text text = is_url ? read_link_url(node, report_) : read_text(node, report_);
        if (!is_missing) locale_.texts.emplace(key, std::move(text));
    }

    model::Locale& locale_;
    Report& report_;
};

std::map<std::string, std::string> read_hashes(const Node& node, Report& report) {
    std::map<std::string, std::string> hashes;
    for (const NodeMember& member : members_of(node, report)) {
        hashes.emplace(member.key, read_nonempty_string(member.node, report));
    }
    return hashes;
}

void read_words(const ObjectReader& object, model::Locale& locale, Report& report) {
    if (const auto schema = object.find("$schema")) read_string(*schema, report);
    object.read("review", locale.review, read_review);
    object.read("digits", locale.zero_digit, read_digits);
    object.read("translated_from", locale.translated_from, read_hashes);
    for (const std::string_view key : kWordKeys) {
        const auto words = object.find(key);
        if (words) WordsReader(locale, report).read(std::string(key), *words);
    }
}

model::Locale read_locale(const Node& node, Report& report) {
    const ObjectReader object(node, kLocaleKeys, report);
    if (const auto format = object.find("format")) read_format(*format, report);
    model::Locale locale;
    object.read("language", locale.language, read_language);
    object.read("translates", locale.translates, read_id);
    read_words(object, locale, report);
    return locale;
}

model::Locale read_delivered_locale(const Node& node, Report& report) {
    const ObjectReader object(node, kDeliveredLocaleKeys, report);
    const auto find = [&object](std::string_view key) {
        const auto member = object.find(key);
        return member && !is_left_empty(*member) ? member : std::nullopt;
    };
    if (const auto format = find("format")) read_format(*format, report);
    model::Locale locale;
    if (const auto language = find("language")) locale.language = read_language(*language, report);
    if (const auto dataset = find("translates")) locale.translates = read_id(*dataset, report);
    read_words(object, locale, report);
    return locale;
}

}  // namespace

Result<model::Locale> load_locale(const Source& source) {
    Result<model::Locale> locale = load_json(source, read_locale);
    if (locale) locale.value().file = source.name;
    return locale;
}

Result<model::Locale> load_delivered_locale(const Source& source) {
    Result<model::Locale> locale = load_json(source, read_delivered_locale);
    if (locale) locale.value().file = source.name;
    return locale;
}

}  // namespace broadside::load
