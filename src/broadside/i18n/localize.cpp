#include "broadside/i18n/localize.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include <fmt/format.h>

#include "broadside/base/did_you_mean.hpp"
#include "broadside/base/phrases.hpp"
#include "broadside/unicode/characters.hpp"
#include "broadside/unicode/units.hpp"
#include "broadside/unicode/utf8.hpp"

namespace broadside::i18n {

namespace {

using model::Locale;
using model::TextSlot;

constexpr std::size_t kMostListed = 3;

/// Under which a list of one is where the source has one name; empty: it has none, or several.
std::string list_key(const TextSlot& slot) {
    const bool is_only = slot.key.ends_with("/names/0") && !slot.short_key.ends_with("/0");
    return is_only ? slot.short_key + "/0" : "";
}

template <typename Value>
const Value* find_any(const std::map<std::string, Value>& values, const TextSlot& slot) {
    auto found = values.find(slot.key);
    if (found == values.end()) found = values.find(slot.short_key);
    if (found == values.end()) found = values.find(list_key(slot));
    return found == values.end() ? nullptr : &found->second;
}

bool has_letter(const TextSlot& slot) {
    const auto parts = model::parts_with_gaps(slot.text->text);
    return std::any_of(parts.begin(), parts.end(), [](const model::TextPart& part) {
        const std::u32string text = unicode::decode(part.text);
        return !part.is_field && std::any_of(text.begin(), text.end(), unicode::is_letter);
    });
}

void report_unknown(const Locale& locale, const model::Dataset& dataset, Diagnostics& warnings) {
    std::map<std::string_view, SourcePlace> unknown;
    for (const auto& [key, text] : locale.texts) unknown.emplace(key, text.place);
    model::visit_texts(dataset, [&unknown](const TextSlot& slot) {
        unknown.erase(slot.key);
        unknown.erase(slot.short_key);
        unknown.erase(list_key(slot));
    });
    if (unknown.empty()) return;
    std::set<std::string> known;
    model::visit_texts(dataset, [&known](const TextSlot& slot) {
        known.insert({slot.key, slot.short_key});
    });
    Guesses guesses({known.begin(), known.end()});
    for (const auto& [name, place] : unknown) {
        const std::string key(name);
        warnings.push_back(warning("unknown-translation",
                                   fmt::format("the dataset has no text \"{}\"", key),
                                   did_you_mean(guesses.next(key)))
                               .at({locale.file})
                               .at(place));
    }
}

/// The first of the translations whose source has changed since.
struct Stale {
    const Locale* locale = nullptr;
    std::string key;
    SourcePlace place;
};

class Localizing {
public:
    Localizing(const model::Dataset& dataset, const std::string& language,
               const std::vector<const Locale*>& locales)
        : locales_(locales) {
        localized_.dataset = dataset;
        localized_.dataset.source_language = dataset.language;
        localized_.dataset.language = language;
        for (model::Vocabulary& vocabulary : localized_.dataset.vocabularies) {
            const std::vector<bool> are_codes = model::codes_of(vocabulary);
            for (std::size_t i = 0; i < are_codes.size(); ++i)
                vocabulary.values[i].is_code = are_codes[i];
        }
        if (!locales.empty()) localized_.translation.is_reviewed = locales.front()->is_reviewed;
    }

    Result<Localized> run() {
        for (const Locale* locale : locales_) {
            if (!locale->zero_digit) continue;
            localized_.dataset.zero_digit = *locale->zero_digit;
            break;
        }
        model::replace_texts(localized_.dataset,
                             [this](const TextSlot& slot) { return translation_of(slot); });
        std::vector<SourcePlace>& untranslated = localized_.dataset.untranslated;
        if (!untranslated.empty()) report_untranslated();
        std::sort(untranslated.begin(), untranslated.end());
        if (localized_.translation.stale > 0) report_stale();
        for (const Locale* locale : locales_)
            report_unknown(*locale, localized_.dataset, warnings_);
        return {std::move(localized_), std::move(warnings_)};
    }

private:
    const model::Text* translation_of(const TextSlot& slot) {
        const bool counts = needs_translation(slot, localized_.dataset.language);
        localized_.translation.texts += counts ? 1 : 0;
        for (const Locale* locale : locales_) {
            const auto [text, translated_from] = text_of(*locale, slot);
            if (!text) continue;
            if (is_stale(translated_from, slot.text->text)) {
                note_stale({locale, slot.key, text->place});
                if (!has_letter(slot)) continue;
            }
            localized_.translation.translated += counts ? 1 : 0;
            return text;
        }
        const bool is_source = locales_.empty();
        if (is_source) localized_.translation.translated += counts ? 1 : 0;
        if (is_source || !counts) return nullptr;
        localized_.dataset.untranslated.push_back(slot.text->place);
        if (listed_.size() <= kMostListed) listed_.push_back(slot.key);
        ++localized_.translation.fallbacks[localized_.dataset.source_language];
        return nullptr;
    }

    void note_stale(Stale stale) {
        if (++localized_.translation.stale == 1) first_stale_ = std::move(stale);
    }

    /// One warning for a language: the list is long after an afternoon's work on the source.
    void report_stale() {
        const std::size_t count = localized_.translation.stale;
        const std::string& language = localized_.dataset.language;
        std::string message = kStale;
        if (count > 1)
            message +=
                fmt::format(", and that of {} more {}", count - 1, count == 2 ? "text" : "texts");
        warnings_.push_back(warning("translation-stale", std::move(message),
                                    {fmt::format("broadside i18n status DATASET --lang {} lists {}",
                                                 language, count == 1 ? "it" : "them")})
                                .at({first_stale_.locale->file})
                                .at(first_stale_.place)
                                .in(language, first_stale_.key));
    }

    void report_untranslated() {
        const std::size_t count = localized_.dataset.untranslated.size();
        const bool is_one = count == 1;
        std::string message = fmt::format(
            "{} of {} texts {} not translated and {} in {}", count, localized_.translation.texts,
            is_one ? "is" : "are", is_one ? "stays" : "stay", localized_.dataset.source_language);
        Hints hints = {listed(listed_)};
        const auto is_cell = [](const std::string& key) { return key.starts_with("rows/"); };
        if (std::any_of(listed_.begin(), listed_.end(), is_cell))
            hints.push_back(
                "\"translate\": false says that names in a column or a cell are the same in every "
                "language");
        warnings_.push_back(warning("untranslated", std::move(message), std::move(hints))
                                .at({locales_.front()->file})
                                .in(localized_.dataset.language));
    }

    const std::vector<const Locale*>& locales_;
    Localized localized_;
    std::vector<std::string> listed_;  // the first that stay untranslated, and one more
    Stale first_stale_;
    Diagnostics warnings_;
};

}  // namespace

LocaleText text_of(const Locale& locale, const TextSlot& slot) {
    const std::string* hash = find_any(locale.translated_from, slot);
    return {find_any(locale.texts, slot), hash == nullptr ? "" : std::string_view(*hash)};
}

bool is_stale(std::string_view translated_from, std::string_view source) {
    return !translated_from.empty() && translated_from != text_hash(source);
}

std::string listed(const std::vector<std::string>& keys) { return shortlist(keys, kMostListed); }

bool needs_translation(const TextSlot& slot, std::string_view language) {
    if (!slot.translate || !has_letter(slot)) return false;
    return slot.form != model::TextForm::Unit || unicode::has_own_unit_symbols(language) ||
           !unicode::is_international_unit(slot.text->text);
}

Result<Localized> localize(const model::Dataset& dataset, const std::string& language,
                           const std::vector<const Locale*>& locales) {
    return Localizing(dataset, language, locales).run();
}

Diagnostics unknown_translations(const model::Dataset& dataset, const Locale& locale) {
    Diagnostics warnings;
    report_unknown(locale, dataset, warnings);
    return warnings;
}

}  // namespace broadside::i18n
