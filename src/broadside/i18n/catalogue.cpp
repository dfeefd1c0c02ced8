#include "broadside/i18n/catalogue.hpp"

#include <algorithm>
#include <iterator>
#include <tuple>
#include <utility>

#include "broadside/i18n/describe.hpp"
#include "broadside/i18n/localize.hpp"
#include "broadside/load/file_format.hpp"

namespace broadside::i18n {

namespace {

/// Locale files keep the parts of a dataset in one order, whatever the dataset does.
auto order_of(const Message& message) {
    const std::string_view part = std::string_view(message.key).substr(0, message.key.find('/'));
    const std::span<const std::string_view> words = load::word_keys();
    const auto rank = std::find(words.begin(), words.end(), part);
    return std::tuple(rank, message.place);
}

}  // namespace

bool is_stale(const Message& message) {
    return !message.translation.empty() && is_stale(message.translated_from, message.source);
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

Catalogue make_catalogue(const model::Dataset& dataset, const Target& target) {
    Catalogue catalogue{dataset.id, dataset.file, dataset.language, target.language, {}, {}};
    const Describer describer(dataset);
    model::visit_texts(dataset, [&](const model::TextSlot& slot) {
        Message message;
        message.key = slot.key;
        message.short_key = slot.short_key;
        message.source = slot.text->text;
        message.place = slot.text->place;
        message.context = describer.describe(slot.key);
        message.form = slot.form;
        message.is_asked = needs_translation(slot, target.language);
        if (target.locale != nullptr) {
            const auto [text, translated_from] = text_of(*target.locale, slot);
            if (text != nullptr) message.translation = text->text;
            if (text != nullptr) message.translation_place = text->place;
            message.translated_from = translated_from;
        }
        catalogue.messages.push_back(std::move(message));
    });
    std::stable_sort(
        catalogue.messages.begin(), catalogue.messages.end(),
        [](const Message& one, const Message& other) { return order_of(one) < order_of(other); });
    for (std::size_t i = 0; i < catalogue.messages.size(); ++i) {
        catalogue.index.emplace(catalogue.messages[i].key, i);
        catalogue.index.emplace(catalogue.messages[i].short_key, i);
    }
    return catalogue;
}

bool is_offered(const Message& message, NameTexts names) {
    return message.is_asked || names == NameTexts::Included || !message.translation.empty();
}

}  // namespace broadside::i18n
