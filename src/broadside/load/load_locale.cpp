#include <algorithm>
#include <array>
#include <optional>

#include <fmt/format.h>

#include "broadside/load/fields.hpp"
#include "broadside/load/file_format.hpp"
#include "broadside/load/load.hpp"
#include "broadside/load/syntax/load_json.hpp"
#include "broadside/model/text_slots.hpp"
#include "broadside/unicode/characters.hpp"

namespace broadside::load {

namespace {

bool is_left_empty(const Node& node) {
    return node.is(JsonType::String) && unicode::says_nothing(node.text());
}

/// Hangs every string below a node under its ids, joined by slashes.
class WordsReader {
public:
    WordsReader(model::Locale& locale, Report& report) : locale_(locale), report_(report) {}

    void read(const std::string& key, const Node& node) {
        switch (node.value->type) {
            case JsonType::String: read_text_of(key, node); return;
            case JsonType::Array: {
                const std::vector<Node> items = items_of(node, report_);
                for (std::size_t i = 0; i < items.size(); ++i)
                    read_text_of(fmt::format("{}/{}", key, i), items[i]);
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

using model::Locale;

constexpr ValueType<std::map<std::string, std::string>> kHashes{
    read_hashes,
    {.members =
         R"("type": "object", "additionalProperties": {"type": "string", "pattern": "[^ \n]"})"}};

/// Words by ids, as deep as the dataset has them.
constexpr std::string_view kWords = "words";

constexpr Field<Locale> text_field(std::string_view name, std::string_view help) {
    return {{name, Presence::Optional, {.members = kStringSchema}, help}};
}

constexpr Field<Locale> words_field(std::string_view name, std::string_view help) {
    return {{name, Presence::Optional, {.definition = kWords, .shape = Schema::Shape::ById}, help}};
}

constexpr ObjectType kLocale{
    "",
    "The words of a dataset in another language, keyed by its ids. Whatever is left out is taken "
    "from the parent language, then from the dataset.",
    std::array{
        Field<Locale>{kSchemaKey},
        Field<Locale>{kFormatKey},
        required<&Locale::language, kLanguage>("language",
                                               "BCP 47 tag; also the file's name: de-AT.json."),
        required<&Locale::translates, kId>("translates", "Id of the dataset."),
        optional<&Locale::is_reviewed, kOneOf<kReviews>>(
            "review", "Whether a native speaker has reviewed the translation.", R"("draft")"),
        optional<&Locale::zero_digit, kDigits>(
            "digits", "Digits of the numbers that the program sets; default: as in the dataset."),
        optional<&Locale::translated_from, kHashes>(
            "translated_from",
            "Hashes of the source texts that were translated, by key; written by `i18n merge`."),
        text_field("title", "The heading of the page."),
        text_field("subtitle", "Below the title."),
        text_field("continued", "Behind a section's title that stands again on the next page."),
        text_field("author", "Document metadata."),
        text_field("description", "Document metadata."),
        words_field("records", "What a record says that says nothing, by field: {\"default\": …}."),
        words_field("pictures", "What they show, by id: {\"alt\": …}."),
        words_field(
            "values",
            "Vocabularies: {\"source\": {\"values\": {\"open\": {\"label\": …, \"alt\": …}}}}."),
        words_field("columns",
                    "By column: {\"title\": …, \"short\": …, \"unit\": …, \"empty\": …}."),
        words_field("spanners",
                    "By id or, without one, by their first column: {\"title\": …, \"short\": …}."),
        words_field("cells", "Shared cells: {\"text\": …}."),
        words_field("notes", "By id: {\"text\": …}."),
        words_field("bands", "By id: {\"label\": …}."),
        words_field("sections", "By id: {\"title\": …}."),
        words_field("rows",
                    "By row and column: a text, a list of names, or {\"names\", \"detail\", "
                    "\"text\"}."),
        words_field("texts", "Paragraphs, by id."),
        words_field("links", "By id: {\"label\", \"text\", \"url\"}."),
        words_field("imprint", "As in the dataset.")}};

/// Whether the value of a key is words of the dataset, in this language.
constexpr bool has_words(const Key& key) {
    return key.schema.definition == kWords ||
           (key.schema.members == kStringSchema && key.name != kSchemaKey.name);
}

constexpr auto kWordKeys = [] {
    constexpr auto kCount =
        std::count_if(kKeysOf<kLocale>.begin(), kKeysOf<kLocale>.end(), has_words);
    std::array<std::string_view, kCount> names;
    std::size_t count = 0;
    for (const Key& key : kKeysOf<kLocale>) {
        if (has_words(key)) names[count++] = key.name;
    }
    return names;
}();

void read_words(const ObjectReader& object, Locale& locale, Report& report) {
    for (const Field<Locale>& field : kLocale.fields) {
        if (!has_words(field.key)) continue;
        const std::string key(field.key.name);
        const bool are_words = field.key.schema.definition == kWords;
        const auto words = object.find(key);
        if (!words) continue;
        const bool is_structured = words->is(JsonType::Object) || words->is(JsonType::Array);
        if (are_words && !words->is(JsonType::Object)) {
            report_mismatch(*words, report, {"wrong-type", "an object"});
        } else if (!are_words && is_structured) {
            report_mismatch(*words, report, {"wrong-type", "words in quotes"});
        } else {
            WordsReader(locale, report).read(key, *words);
        }
    }
}

constexpr Definition kLocaleDefinitions[] = {
    kIdDefinition,
    {kWords,
     R"("anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}, )"
     R"({"type": "object", "additionalProperties": {"$ref": "#/$defs/words"}}])",
     "A text, texts, or more of them by id."}};

Locale read_locale(const Node& node, Report& report) {
    Locale locale;
    const ObjectReader object = read_fields<kLocale>(node, report, locale);
    read_file_keys(object, report);
    locale.language_place = object.find("language").value_or(node).place();
    locale.translates_place = object.find("translates").value_or(node).place();
    read_words(object, locale, report);
    return locale;
}

/// The keys of a locale, of which none must be there.
constexpr auto kDeliveredKeys = [] {
    auto keys = kKeysOf<kLocale>;
    for (Key& key : keys) key.presence = Presence::Optional;
    return keys;
}();

/// Translation tools write what they do not know as an empty text.
Locale read_delivered_locale(const Node& node, Report& report) {
    const ObjectReader object(node, {"", kDeliveredKeys}, report);
    Locale locale;
    for (const Field<Locale>& field : kLocale.fields) {
        const auto member = object.find(field.key.name);
        if (member && field.read && !is_left_empty(*member)) field.read(*member, report, locale);
    }
    if (const auto schema = object.find(kSchemaKey.name)) read_string(*schema, report);
    if (const auto format = object.find(kFormatKey.name); format && !is_left_empty(*format))
        read_format(*format, report);
    read_words(object, locale, report);
    return locale;
}

}  // namespace

std::optional<model::Locale> load_locale(const SourceFile& source, Diagnostics& errors) {
    return load_json(source, read_locale, locale_format, errors);
}

Result<model::Locale> load_locale(const SourceFile& source) {
    return load_json(source, read_locale, locale_format);
}

Result<model::Locale> load_delivered_locale(const SourceFile& source) {
    return load_json(source, read_delivered_locale, locale_format);
}

std::span<const Key> locale_keys() { return kKeysOf<kLocale>; }

std::span<const std::string_view> word_keys() { return kWordKeys; }

FileFormat locale_format() {
    return {"Broadside locale",
            {kObjectOf<kLocale>},
            {std::begin(kLocaleDefinitions), std::end(kLocaleDefinitions)}};
}

}  // namespace broadside::load
