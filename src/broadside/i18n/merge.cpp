#include "broadside/i18n/merge.hpp"

#include <set>
#include <utility>

#include <fmt/format.h>

#include "broadside/base/did_you_mean.hpp"
#include "broadside/base/translation.hpp"
#include "broadside/base/url.hpp"
#include "broadside/load/syntax/text_rules.hpp"

namespace broadside::i18n {

namespace {

class Merging {
public:
    Merging(const Catalogue& catalogue, const ExchangeFile& file, FuzzyEntries fuzzy,
            MergedLocale& report)
        : catalogue_(catalogue), file_(file), fuzzy_(fuzzy), report_(report) {}

    Merge run() {
        for (const ExchangeEntry& entry : file_.entries) {
            if (!entry.translation.empty()) add(entry);
        }
        return std::move(merge_);
    }

private:
    void add(const ExchangeEntry& entry) {
        const Message* message = catalogue_.find(entry.key);
        if (message == nullptr) return refuse_unknown(entry);
        if (!seen_.insert(message->key).second) {
            return refuse(entry,
                          warning("repeated-translation",
                                  fmt::format("\"{}\" is translated a second time", entry.key)));
        }
        if (const auto unfit = load::find_unfit_character(entry.translation))
            return refuse(entry,
                          error("unfit-character", fmt::format("expected text, got {}", *unfit)));
        if (message->form == model::TextForm::Url) {
            if (const auto url = parse_url(entry.translation); !url)
                return refuse(entry, url.diagnostics().front());
        }
        if (entry.is_fuzzy && fuzzy_ == FuzzyEntries::LeftOut) {
            ++report_.fuzzy;
        } else if (entry.translation == message->translation) {
            confirm(entry, *message);
        } else if (is_outdated(entry, *message)) {
            refuse(entry,
                   warning("outdated-translation",
                           fmt::format("\"{}\" translates an older text than the locale does",
                                       entry.key)));
        } else {
            take(entry, *message);
        }
    }

    void take(const ExchangeEntry& entry, const Message& message) {
        ++(message.translation.empty() ? report_.added : report_.changed);
        merge_.change.texts[message.key] = entry.translation;
        // Other words than before, and nobody says for which source: for the one that there is.
        // PO shows the source beside the text, so that the hash is no memory.
        const bool is_beside_source = facts_of(file_.format).shows_source;
        const bool is_told =
            !entry.translated_from.empty() && (is_beside_source || message.translation.empty());
        const std::string hash = is_told ? entry.translated_from : text_hash(message.source);
        if (hash != message.translated_from) merge_.change.hashes[message.key] = hash;
    }

    void confirm(const ExchangeEntry& entry, const Message& message) {
        if (entry.translated_from.empty() || entry.translated_from == message.translated_from)
            return;
        if (is_outdated(entry, message)) return;
        ++report_.confirmed;
        merge_.change.hashes[message.key] = entry.translated_from;
    }

    static bool is_outdated(const ExchangeEntry& entry, const Message& message) {
        const std::string now = text_hash(message.source);
        return message.translated_from == now && !entry.translated_from.empty() &&
               entry.translated_from != now;
    }

    void refuse(const ExchangeEntry& entry, Diagnostic diagnostic) {
        ++report_.refused;
        merge_.diagnostics.push_back(std::move(diagnostic).at(entry.place));
    }

    void refuse_unknown(const ExchangeEntry& entry) {
        ++report_.refused;
        report_.unknown.push_back(
            error("unknown-translation",
                  entry.key.empty() ? "expected a msgctxt, which names the text"
                                    : fmt::format("the dataset has no text \"{}\"", entry.key),
                  did_you_mean(guesses_.next(entry.key)))
                .at(entry.place));
    }

    const Catalogue& catalogue_;
    const ExchangeFile& file_;
    const FuzzyEntries fuzzy_;
    MergedLocale& report_;
    Guesses guesses_{catalogue_.keys()};
    std::set<std::string> seen_;
    Merge merge_;
};

}  // namespace

Merge merge(const Catalogue& catalogue, const ExchangeFile& file, FuzzyEntries fuzzy,
            MergedLocale& report) {
    return Merging(catalogue, file, fuzzy, report).run();
}

}  // namespace broadside::i18n
