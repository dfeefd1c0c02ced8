#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include "broadside/budgets.hpp"
#include "broadside/model/dataset.hpp"
#include "broadside/model/locale.hpp"
#include "broadside/model/text_slots.hpp"
#include "broadside/translations.hpp"

/// The texts of a dataset as translators meet them.
namespace broadside::i18n {

/// One text, what it is, and its translation as far as there is one.
struct Message {
    std::string key;        // as `model::visit_texts` has it
    std::string short_key;  // equal to `key`, or the form that a locale may use for a bare cell
    std::string source;
    SourcePlace place;    // of the source
    std::string context;  // what it is: "title of column \"server\""
    model::TextForm form = model::TextForm::Literal;
    bool is_asked = true;         // false: a name, a unit or a number, which may stay as it is
    std::string translation;      // empty: none
    std::string translated_from;  // hash of the source that was translated; empty: not known
    SourcePlace translation_place;
};

/// The source changed after it was translated.
bool is_stale(const Message& message);

/// All texts of a dataset in the order of its file, next to those of one locale.
struct Catalogue {
    std::string dataset;  // its id
    std::string file;     // the dataset's
    std::string source_language;
    std::string language;  // that of the dataset: a template, which holds no translations
    std::vector<Message> messages;
    std::map<std::string, std::size_t> index;  // of messages, by key and by short key

    /// By key or short key; null: the dataset has no such text.
    const Message* find(const std::string& key) const;

    /// Every key and short key, sorted: candidates for one that is misspelt.
    std::vector<std::string> keys() const;
};

/// A language and the words that it has; `locale` is null where there are none yet.
struct Target {
    std::string language;
    const model::Locale* locale = nullptr;
};

/// Texts that the locale has for no text of the dataset are left out.
Catalogue make_catalogue(const model::Dataset& dataset, const Target& target);

/// How long the texts of one language may be in one layout, by key: measured by somebody who can.
/// What is not printed is absent.
struct LayoutLengths {
    std::string layout;
    std::map<std::string, LengthBudget> texts;
};

/// Whether translators are shown a message: those that are asked for, and those translated anyway.
bool is_offered(const Message& message, NameTexts names);

}  // namespace broadside::i18n
