#include "broadside/resolve/localize.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "broadside/base/did_you_mean.hpp"
#include "broadside/resolve/characters.hpp"

namespace broadside::resolve {

namespace {

using model::Locale;
using model::TextSlot;

// More keys than this in a hint hide the count.
constexpr std::size_t kMostListed = 3;

const model::Text* find_text(const Locale& locale, const TextSlot& slot) {
    auto found = locale.texts.find(slot.key);
    if (found == locale.texts.end()) found = locale.texts.find(slot.short_key);
    return found == locale.texts.end() ? nullptr : &found->second;
}

class Localizing {
public:
    Localizing(const model::Dataset& dataset, const std::string& language,
               const std::vector<const Locale*>& locales)
        : locales_(locales), source_language_(dataset.language) {
        localized_.dataset = dataset;
        localized_.dataset.language = language;
        if (!locales.empty()) localized_.translation.review = locales.front()->review;
    }

    Result<Localized> run() {
        for (const Locale* locale : locales_) {
            if (!locale->zero_digit) continue;
            localized_.dataset.zero_digit = *locale->zero_digit;
            break;
        }
        std::vector<TextSlot> slots = model::text_slots(localized_.dataset);
        for (const TextSlot& slot : slots) translate(slot);
        if (!untranslated_.empty()) report_untranslated();
        for (const Locale* locale : locales_) report_unknown(*locale, slots);
        return {std::move(localized_), std::move(warnings_)};
    }

private:
    void translate(const TextSlot& slot) {
        const bool counts = needs_translation(slot);
        localized_.translation.texts += counts ? 1 : 0;
        for (const Locale* locale : locales_) {
            const model::Text* text = find_text(*locale, slot);
            if (!text) continue;
            *slot.text = {text->text, locale->file + "#" + text->pointer};
            localized_.translation.translated += counts ? 1 : 0;
            return;
        }
        const bool is_source = locales_.empty();
        if (is_source) localized_.translation.translated += counts ? 1 : 0;
        if (is_source || !counts) return;
        untranslated_.push_back(slot.key);
        ++localized_.translation.fallbacks[source_language_];
    }

    void report_untranslated() {
        Diagnostic diagnostic = warning("untranslated", *locales_.front());
        diagnostic.language = localized_.dataset.language;
        diagnostic.message =
            fmt::format("{} of {} texts are not translated and stay in {}", untranslated_.size(),
                        localized_.translation.texts, source_language_);
        const bool has_more = untranslated_.size() > kMostListed;
        untranslated_.resize(std::min(untranslated_.size(), kMostListed));
        diagnostic.hints.push_back(
            fmt::format("{}{}", fmt::join(untranslated_, ", "), has_more ? ", …" : ""));
        warnings_.push_back(std::move(diagnostic));
    }

    void report_unknown(const Locale& locale, const std::vector<TextSlot>& slots) {
        std::set<std::string> known;
        for (const TextSlot& slot : slots) known.insert({slot.key, slot.short_key});
        for (const auto& [key, text] : locale.texts) {
            if (known.count(key) > 0) continue;
            Diagnostic diagnostic = warning("unknown-translation", locale);
            diagnostic.pointer = text.pointer;
            diagnostic.message = fmt::format("the dataset has no text \"{}\"", key);
            if (const auto near = nearest(key, {known.begin(), known.end()}))
                diagnostic.hints.push_back(fmt::format("did you mean \"{}\"?", *near));
            warnings_.push_back(std::move(diagnostic));
        }
    }

    static Diagnostic warning(std::string code, const Locale& locale) {
        Diagnostic diagnostic;
        diagnostic.severity = Severity::Warning;
        diagnostic.code = std::move(code);
        diagnostic.file = locale.file;
        return diagnostic;
    }

    const std::vector<const Locale*>& locales_;
    std::string source_language_;
    Localized localized_;
    std::vector<std::string> untranslated_;
    std::vector<Diagnostic> warnings_;
};

}  // namespace

bool needs_translation(const TextSlot& slot) {
    const std::u32string text = decode(slot.text->text);
    return slot.translate && std::any_of(text.begin(), text.end(), is_letter);
}

Result<Localized> localize(const model::Dataset& dataset, const std::string& language,
                           const std::vector<const Locale*>& locales) {
    return Localizing(dataset, language, locales).run();
}

}  // namespace broadside::resolve
