#include "broadside/i18n/delivery.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

#include "broadside/base/translation.hpp"
#include "broadside/i18n/places.hpp"
#include "broadside/i18n/po_language.hpp"
#include "broadside/i18n/po_read.hpp"
#include "broadside/load/syntax/json_tree.hpp"
#include "broadside/load/syntax/utf8.hpp"

namespace broadside::i18n {

namespace {

/// Editors of another system may leave line ends of theirs inside a text.
std::string with_line_feeds(std::string text) {
    text.erase(std::remove(text.begin(), text.end(), '\r'), text.end());
    return text;
}

bool is_blank(std::string_view text) { return text.find_first_not_of(" \n") == text.npos; }

Result<Delivery> from_po(const load::Source& source) {
    auto file = read_po(source);
    if (!file) return file.diagnostics();
    Delivery delivery;
    delivery.file = source.name;
    delivery.language = tag_of_po_language(file->field("Language"));
    delivery.extracted_for = file->field("X-Broadside-Language");
    if (delivery.language.empty()) delivery.language = delivery.extracted_for;
    delivery.dataset = file->field("X-Broadside-Dataset");
    for (PoEntry& entry : file.value().entries) {
        std::string text = with_line_feeds(std::move(entry.translation));
        if (is_blank(text)) continue;
        FilePlace place{source.name, "", {entry.line, 1}};
        delivery.texts.push_back({entry.context, std::move(text), text_hash(entry.source), true,
                                  entry.is_fuzzy, std::move(place)});
    }
    return delivery;
}

/// As the file names them: the loader keeps the digit zero alone.
std::string digits_of(const load::Source& source) {
    const std::string_view text = load::without_byte_order_mark(source.bytes);
    load::Report ignored(source.name, text);
    const auto root = load::parse_json(text, ignored);
    const load::JsonMember* member = root ? root->find("digits") : nullptr;
    return member == nullptr ? "" : member->value.text;
}

Result<Delivery> from_json(const load::Source& source) {
    const auto locale = load::load_delivered_locale(source);
    if (!locale) return locale.diagnostics();
    const Places places(source.name, source.bytes);
    Delivery delivery{source.name, locale->language, locale->translates, digits_of(source), {}};
    delivery.extracted_for = locale->language;
    delivery.review = locale->review;
    for (const auto& [key, text] : locale->texts) {
        const auto hash = locale->translated_from.find(key);
        delivery.texts.push_back({key, text.text,
                                  hash == locale->translated_from.end() ? "" : hash->second, false,
                                  false, places.place_of(text.pointer)});
    }
    return delivery;
}

}  // namespace

bool is_po(std::string_view text) {
    text = load::without_byte_order_mark(text);
    const std::size_t first = text.find_first_not_of(" \t\r\n");
    return first != text.npos && text[first] != '{' && text[first] != '/';
}

Result<Delivery> read_delivery(const load::Source& source) {
    return is_po(source.bytes) ? from_po(source) : from_json(source);
}

}  // namespace broadside::i18n
