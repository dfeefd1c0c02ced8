#include "broadside/i18n/merge.hpp"

#include <set>
#include <utility>

#include <fmt/format.h>

#include "broadside/base/did_you_mean.hpp"
#include "broadside/base/translation.hpp"
#include "broadside/base/url.hpp"
#include "broadside/load/syntax/utf8.hpp"

namespace broadside::i18n {

namespace {

class Merging {
public:
    Merging(const Catalogue& catalogue, Fuzzy fuzzy)
        : catalogue_(catalogue), fuzzy_(fuzzy), guesses_(catalogue.keys()) {}

    void add(const DeliveredText& text) {
        const Message* message = catalogue_.find(text.key);
        if (message == nullptr) return refuse_unknown(text);
        if (!seen_.insert(message->key).second) {
            return refuse(text,
                          warning("repeated-translation",
                                  fmt::format("\"{}\" is translated a second time", text.key)));
        }
        if (const auto unfit = load::find_unfit_character(text.text))
            return refuse(text,
                          error("unfit-character", fmt::format("expected text, got {}", *unfit)));
        if (message->form == model::TextForm::Url) {
            if (const auto url = parse_url(text.text); !url)
                return refuse(text, url.diagnostics().front());
        }
        if (text.is_fuzzy && fuzzy_ == Fuzzy::Leave) {
            ++merge_.counts.fuzzy;
        } else if (text.text == message->translation) {
            confirm(text, *message);
        } else if (is_outdated(text, *message)) {
            refuse(text, warning("outdated-translation",
                                 fmt::format("\"{}\" translates an older text than the locale does",
                                             text.key)));
        } else {
            take(text, *message);
        }
    }

    Merge take() && { return std::move(merge_); }

private:
    void take(const DeliveredText& text, const Message& message) {
        ++(message.translation.empty() ? merge_.counts.added : merge_.counts.changed);
        merge_.change.texts[message.key] = text.text;
        // Other words than before, and nobody says for which source: for the one that there is.
        const bool is_told =
            !text.translated_from.empty() && (text.is_beside_source || message.translation.empty());
        const std::string hash = is_told ? text.translated_from : text_hash(message.source);
        if (hash != message.translated_from) merge_.change.hashes[message.key] = hash;
    }

    void confirm(const DeliveredText& text, const Message& message) {
        if (text.translated_from.empty() || text.translated_from == message.translated_from) return;
        if (is_outdated(text, message)) return;
        ++merge_.counts.confirmed;
        merge_.change.hashes[message.key] = text.translated_from;
    }

    static bool is_outdated(const DeliveredText& text, const Message& message) {
        const std::string now = text_hash(message.source);
        return message.translated_from == now && !text.translated_from.empty() &&
               text.translated_from != now;
    }

    void refuse(const DeliveredText& text, Diagnostic diagnostic) {
        ++merge_.counts.refused;
        merge_.diagnostics.push_back(std::move(diagnostic).at(text.place));
    }

    void refuse_unknown(const DeliveredText& text) {
        ++merge_.counts.refused;
        merge_.unknown.push_back(
            error("unknown-translation",
                  text.key.empty() ? "expected a msgctxt, which names the text"
                                   : fmt::format("the dataset has no text \"{}\"", text.key),
                  did_you_mean(guesses_.next(text.key)))
                .at(text.place));
    }

    const Catalogue& catalogue_;
    const Fuzzy fuzzy_;
    Guesses guesses_;
    std::set<std::string> seen_;
    Merge merge_;
};

}  // namespace

Merge merge(const Catalogue& catalogue, const Delivery& delivery, Fuzzy fuzzy) {
    Merging merging(catalogue, fuzzy);
    for (const DeliveredText& text : delivery.texts) merging.add(text);
    return std::move(merging).take();
}

}  // namespace broadside::i18n
