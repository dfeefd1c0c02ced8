#include "broadside/i18n/status.hpp"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "broadside/base/did_you_mean.hpp"
#include "broadside/base/phrases.hpp"
#include "broadside/i18n/localize.hpp"
#include "broadside/load/syntax/places.hpp"

namespace broadside::i18n {

namespace {

constexpr std::size_t kQuotedBytes = 60;

/// On one line and no longer than a line.
std::string in_brief(const std::string& text) {
    return fmt::format("\"{}\"", excerpt(one_line(text), kQuotedBytes));
}

class Inspection {
public:
    Inspection(const LanguageInput& input, TranslationRule rule, Diagnostics& diagnostics)
        : input_(input), rule_(rule), diagnostics_(diagnostics) {}

    TranslationStatus run() {
        status_.language = input_.language;
        const model::Locale* locale = input_.locale;
        status_.is_reviewed = locale != nullptr && locale->is_reviewed;
        if (!input_.lengths.empty()) status_.too_long = 0;
        const Catalogue& catalogue = input_.catalogues.front();
        for (std::size_t i = 0; i < catalogue.messages.size(); ++i) inspect(catalogue, i);
        if (locale != nullptr && locale->language == input_.language)
            find_obsolete(catalogue, *locale);
        load::locate(diagnostics_);
        return std::move(status_);
    }

private:
    void inspect(const Catalogue& catalogue, std::size_t index) {
        const Message& message = catalogue.messages[index];
        const bool is_inherited =
            std::any_of(input_.catalogues.begin() + 1, input_.catalogues.end(),
                        [index](const Catalogue& parent) {
                            return !parent.messages[index].translation.empty();
                        });
        const bool is_translated = !message.translation.empty() || is_inherited;
        if (message.is_asked) {
            ++status_.texts;
            ++(is_translated ? status_.translated : status_.missing);
            if (!is_translated) report_missing(message);
        }
        const bool is_own = catalogue.language == input_.language;
        if (is_own && !message.translation.empty()) inspect_translation(message);
    }

    void inspect_translation(const Message& message) {
        if (is_stale(message)) {
            ++status_.stale;
            report(message,
                   failure("translation-stale", kStale, {"it is now " + in_brief(message.source)}));
        }
        if (message.is_asked && message.translation == message.source) {
            ++status_.identical;
            report(message, note("translation-identical", fmt::format("the same as the source: {}",
                                                                      in_brief(message.source))));
        }
        const auto wrong = mismatches(message);
        status_.mismatched += wrong.empty() ? 0 : 1;
        for (const std::string& problem : wrong)
            report(message, failure("translation-mismatch", problem,
                                    {"the source is " + in_brief(message.source)}));
        inspect_length(message);
    }

    void inspect_length(const Message& message) {
        bool is_too_long = false;
        for (const LayoutLengths& layout : input_.lengths) {
            const auto found = layout.texts.find(message.key);
            if (found == layout.texts.end() || !found->second.is_over()) continue;
            const LengthBudget& budget = found->second;
            is_too_long = true;
            report(
                message,
                warning("translation-too-long",
                        fmt::format("expected at most about {} characters, {:.1f} mm ({}), got {}, "
                                    "{:.1f} mm",
                                    budget.characters_available, budget.mm_available, layout.layout,
                                    budget.characters_used, budget.mm_used)));
        }
        if (is_too_long) ++*status_.too_long;
    }

    void find_obsolete(const Catalogue& catalogue, const model::Locale& locale) {
        const auto first = static_cast<std::ptrdiff_t>(diagnostics_.size());
        Guesses guesses(catalogue.keys());
        for (const auto& [key, text] : locale.texts) {
            if (catalogue.find(key) != nullptr) continue;
            ++status_.obsolete;
            add(warning("translation-obsolete", "the dataset has no such text",
                        did_you_mean(guesses.next(key))),
                text.place, key);
        }
        Diagnostics obsolete(diagnostics_.begin() + first, diagnostics_.end());
        load::locate(obsolete);
        shorten(obsolete);
        diagnostics_.erase(diagnostics_.begin() + first, diagnostics_.end());
        diagnostics_.insert(diagnostics_.end(), obsolete.begin(), obsolete.end());
    }

    void report_missing(const Message& message) {
        add(failure("translation-missing",
                    fmt::format("{} is not translated", in_brief(message.source))),
            message.place, message.key);
    }

    void report(const Message& message, Diagnostic diagnostic) {
        add(std::move(diagnostic), message.translation_place, message.key);
    }

    void add(Diagnostic diagnostic, SourcePlace place, const std::string& key) {
        diagnostics_.push_back(std::move(diagnostic)
                                   .of(Diagnostic::Kind::Translation)
                                   .at(place)
                                   .in(input_.language, key));
    }

    Diagnostic failure(std::string code, std::string message, Hints hints = {}) const {
        return (rule_ == TranslationRule::Strict ? error : warning)(
            std::move(code), std::move(message), std::move(hints));
    }

    const LanguageInput& input_;
    const TranslationRule rule_;
    Diagnostics& diagnostics_;
    TranslationStatus status_;
};

}  // namespace

TranslationStatus status_of(const LanguageInput& input, TranslationRule rule,
                            Diagnostics& diagnostics) {
    return Inspection(input, rule, diagnostics).run();
}

}  // namespace broadside::i18n
