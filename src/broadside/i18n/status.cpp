#include "broadside/i18n/status.hpp"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "broadside/base/did_you_mean.hpp"
#include "broadside/base/excerpt.hpp"
#include "broadside/i18n/mismatch.hpp"
#include "broadside/load/syntax/utf8.hpp"

namespace broadside::i18n {

namespace {

constexpr std::size_t kQuotedBytes = 60;

/// On one line and no longer than a line.
std::string quoted(std::string text) {
    std::replace(text.begin(), text.end(), '\n', ' ');
    return fmt::format("\"{}\"", excerpt(text, kQuotedBytes));
}

class Inspection {
public:
    Inspection(const LanguageInput& input, Strictness strictness,
               std::vector<Diagnostic>& diagnostics)
        : input_(input), strictness_(strictness), diagnostics_(diagnostics) {}

    LanguageStatus run() {
        status_.language = input_.language;
        if (!input_.locales.empty()) status_.review = input_.locales.front()->review;
        const Catalogue& catalogue = *input_.catalogues.front();
        for (std::size_t i = 0; i < catalogue.messages.size(); ++i) inspect(catalogue, i);
        const bool has_own =
            !input_.locales.empty() && input_.locales.front()->language == input_.language;
        if (has_own) find_obsolete(catalogue, *input_.locales.front());
        return std::move(status_);
    }

private:
    void inspect(const Catalogue& catalogue, std::size_t index) {
        const Message& message = catalogue.messages[index];
        const bool is_inherited =
            std::any_of(input_.catalogues.begin() + 1, input_.catalogues.end(),
                        [index](const Catalogue* parent) {
                            return !parent->messages[index].translation.empty();
                        });
        const bool is_translated = !message.translation.empty() || is_inherited;
        if (message.is_asked) {
            ++status_.counts.texts;
            ++(is_translated ? status_.counts.translated : status_.counts.missing);
            if (!is_translated) report_missing(message);
        }
        const bool is_own = catalogue.language == input_.language;
        if (is_own && !message.translation.empty()) inspect_translation(message);
    }

    void inspect_translation(const Message& message) {
        if (is_stale(message)) {
            ++status_.counts.stale;
            report(message,
                   failure("translation-stale", "the source has changed since this was translated",
                           {"it is now " + quoted(message.source)}));
        }
        if (message.is_asked && message.translation == message.source) {
            ++status_.counts.identical;
            report(message, note("translation-identical", fmt::format("the same as the source: {}",
                                                                      quoted(message.source))));
        }
        const auto wrong = mismatches(message);
        status_.counts.mismatched += wrong.empty() ? 0 : 1;
        for (const std::string& problem : wrong)
            report(message, failure("translation-mismatch", problem,
                                    {"the source is " + quoted(message.source)}));
        inspect_length(message);
    }

    void inspect_length(const Message& message) {
        bool is_too_long = false;
        for (const LayoutRooms& layout : input_.rooms) {
            const auto found = layout.rooms.find(message.key);
            if (found == layout.rooms.end()) continue;
            const Room& room = found->second;
            if (room.characters_used <= room.characters_available) continue;
            is_too_long = true;
            report(
                message,
                warning("translation-too-long",
                        fmt::format("expected at most about {} characters, {:.1f} mm ({}), got {}, "
                                    "{:.1f} mm",
                                    room.characters_available, room.mm_available, layout.layout,
                                    room.characters_used, room.mm_used)));
        }
        status_.counts.too_long += is_too_long ? 1 : 0;
    }

    void find_obsolete(const Catalogue& catalogue, const model::Locale& locale) {
        const auto first = static_cast<std::ptrdiff_t>(diagnostics_.size());
        Guesses guesses(catalogue.keys());
        for (const auto& [key, text] : locale.texts) {
            if (catalogue.find(key) != nullptr) continue;
            ++status_.counts.obsolete;
            add(warning("translation-obsolete", "the dataset has no such text",
                        did_you_mean(guesses.next(key))),
                input_.places.front()->place_of(text.pointer), key);
        }
        std::vector<Diagnostic> obsolete(diagnostics_.begin() + first, diagnostics_.end());
        shorten(obsolete);
        diagnostics_.erase(diagnostics_.begin() + first, diagnostics_.end());
        diagnostics_.insert(diagnostics_.end(), obsolete.begin(), obsolete.end());
    }

    void report_missing(const Message& message) {
        add(failure("translation-missing",
                    fmt::format("{} is not translated", quoted(message.source))),
            input_.dataset->place_of(message.pointer), message.key);
    }

    void report(const Message& message, Diagnostic diagnostic) {
        add(std::move(diagnostic), input_.places.front()->place_of(message.locale_pointer),
            message.key);
    }

    void add(Diagnostic diagnostic, FilePlace place, const std::string& key) {
        diagnostics_.push_back(std::move(diagnostic)
                                   .of(Diagnostic::Kind::Translation)
                                   .at(std::move(place))
                                   .in(input_.language, key));
    }

    Diagnostic failure(std::string code, std::string message, Hints hints = {}) const {
        return (strictness_ == Strictness::Strict ? error : warning)(
            std::move(code), std::move(message), std::move(hints));
    }

    const LanguageInput& input_;
    const Strictness strictness_;
    std::vector<Diagnostic>& diagnostics_;
    LanguageStatus status_;
};

}  // namespace

LanguageStatus status_of(const LanguageInput& input, Strictness strictness,
                         std::vector<Diagnostic>& diagnostics) {
    return Inspection(input, strictness, diagnostics).run();
}

}  // namespace broadside::i18n
