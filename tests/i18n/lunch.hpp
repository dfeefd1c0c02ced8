#pragma once

#include <string>

#include "broadside/i18n/catalogue.hpp"
#include "broadside/load/load.hpp"
#include "support/source_places.hpp"

/// A small dataset and its translation, with every kind of text that translators meet.
namespace broadside::i18n {

inline constexpr char kLunch[] = R"({
  "format": 1, "id": "lunch", "language": "en",
  "title": "Where to eat",
  "values": {"choice": {"values": {
    "yes": {"label": "= several dishes", "symbol": "yes"}}}},
  "columns": [
    {"id": "place", "kind": "name", "title": "Place", "translate": false},
    {"id": "what", "kind": "text", "title": "What they cook"},
    {"id": "price", "kind": "plain", "title": "Price"}],
  "cells": {"daily": {"text": "**new** every day"}},
  "notes": [{"id": "cash", "text": "Cash only.\nNo **cards**, _sorry_"}],
  "sections": [{"id": "near", "title": "Near", "rows": [
    {"id": "olive", "place": {"names": ["Olive"], "translate": "detail", "detail": "with garden"},
     "what": {"ref": "daily"}, "price": "9.00"},
    {"id": "anchor", "place": ["Anchor", "Old Anchor"], "what": {"ref": "daily"}, "price": "cheap"}
  ]}],
  "links": [{"id": "map", "label": "Map", "url": "https://example.org/"}]
}
)";

inline const model::Dataset& lunch() {
    static const model::Dataset dataset =
        load::load_dataset(test::file_of("lunch.json", kLunch)).value();
    return dataset;
}

/// A locale of lunch: `members` come after the three that must be there.
inline std::string german(const std::string& members) {
    return R"({"format": 1, "language": "de", "translates": "lunch")" + members + "}";
}

inline model::Locale german_locale(const std::string& members) {
    return load::load_locale(test::file_of("de.json", german(members))).value();
}

inline Catalogue lunch_in(const model::Locale& locale) {
    return make_catalogue(lunch(), {locale.language, &locale});
}

inline Catalogue lunch_in_german(const std::string& members = "") {
    return lunch_in(german_locale(members));
}

}  // namespace broadside::i18n
