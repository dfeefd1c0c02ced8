#include "broadside/i18n/catalogue.hpp"

#include <algorithm>
#include <iterator>
#include <tuple>
#include <utility>

#include "broadside/base/text_hash.hpp"
#include "broadside/i18n/describe.hpp"
#include "broadside/load/file_format.hpp"
#include "broadside/resolve/localize.hpp"

namespace broadside::i18n {

namespace {

template <typename Value>
const Value* find_either(const std::map<std::string, Value>& values, const Message& message) {
    auto found = values.find(message.key);
    if (found == values.end()) found = values.find(message.short_key);
    return found == values.end() ? nullptr : &found->second;
}

void add_translation(const model::Locale& locale, Message& message) {
    if (const model::Text* text = find_either(locale.texts, message)) {
        message.translation = text->text;
        message.locale_pointer = text->pointer;
    }
    if (const std::string* hash = find_either(locale.translated_from, message))
        message.translated_from = *hash;
}

/// Locale files keep the parts of a dataset in one order, whatever the dataset does.
auto order_of(const Message& message) {
    const std::string_view part = std::string_view(message.key).substr(0, message.key.find('/'));
    const std::span<const std::string_view> words = load::word_keys();
    const auto rank = std::find(words.begin(), words.end(), part);
    return std::tuple(rank, message.position.line, message.position.column);
}

}  // namespace

bool is_stale(const Message& message) {
    return !message.translation.empty() && !message.translated_from.empty() &&
           message.translated_from != text_hash(message.source);
}

const Message* Catalogue::find(const std::string& key) const {
    const auto found = index.find(key);
    return found == index.end() ? nullptr : &messages[found->second];
}

std::vector<std::string> Catalogue::keys() const {
    std::vector<std::string> keys;
    for (const auto& [key, message] : index) keys.push_back(key);
    return keys;
}

Catalogue make_catalogue(const model::Dataset& dataset, const Places& places,
                         const Target& target) {
    Catalogue catalogue{dataset.id, places.file(), dataset.language, target.language, {}, {}};
    const Describer describer(dataset);
    model::Dataset words = dataset;
    for (const model::TextSlot& slot : model::text_slots(words)) {
        Message message;
        message.key = slot.key;
        message.short_key = slot.short_key;
        message.source = slot.text->text;
        message.pointer = slot.text->pointer;
        message.position = places.find(message.pointer);
        message.context = describer.describe(slot.key);
        message.form = slot.form;
        message.is_asked = resolve::needs_translation(slot);
        if (target.locale != nullptr) add_translation(*target.locale, message);
        catalogue.messages.push_back(std::move(message));
    }
    std::stable_sort(
        catalogue.messages.begin(), catalogue.messages.end(),
        [](const Message& one, const Message& other) { return order_of(one) < order_of(other); });
    for (std::size_t i = 0; i < catalogue.messages.size(); ++i) {
        catalogue.index.emplace(catalogue.messages[i].key, i);
        catalogue.index.emplace(catalogue.messages[i].short_key, i);
    }
    return catalogue;
}

bool is_offered(const Message& message, Names names) {
    return message.is_asked || names == Names::Include || !message.translation.empty();
}

}  // namespace broadside::i18n
